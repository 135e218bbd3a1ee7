import { redactor } from '../../../nodes/shared/redact';
import { answers } from '../../../local/cashfree/answers';

const redact = (message: string, values: string[]) => redactor(values)(message);

/** An invented person, as the bodies of requests have it. */
const person = [
	'Gita Devi Kulkarni',
	'S/O: Shaun O’Neill',
	'09-02-1988',
	'F',
	'9876504321',
	'gita.k1988@mail.example',
	'Neem House 12',
	'1st Main 5th Cross, Haveri',
	'Karnataka',
	'India',
	'581115',
	'https://photos.example.org/cards/gita-front.jpg?sig=5f1c',
	'आशा कुलकर्णी',
	'Renée Müller',
];

describe('hiding what is personal in a message', () => {
	it.each([
		['a whole value', 'No user Gita Devi Kulkarni', 'No user [hidden]'],
		['one word of a name', 'Kulkarni: mismatch', '[hidden]: mismatch'],
		['other capitals', 'KULKARNI, gita', '[hidden]'],
		['another order', 'Kulkarni G. Devi', '[hidden] G. [hidden]'],
		['words run together', 'gitakulkarni, userDevi, devi1988, customergita', '[hidden]'],
		['letters apart', 'G i t a and K-u-l-k-a-r-n-i', '[hidden] and [hidden]'],
		['a word cut short', 'Kulk… or 7kulka not found', '[hidden]… or [hidden] not found'],
		['a word cut at its beginning', '…karni not found', '…[hidden] not found'],
		['a part within another word', 'ref_xKulkarn7', 'ref_[hidden]'],
		['a name without its apostrophe', 'ONeill; name = O Neill', '[hidden]; name = [hidden]'],
		['the words of an email address', 'gita.k@other.example', '[hidden].k@other.[hidden]'],
		['a link without its query', 'https://photos.example.org/cards', 'https://[hidden]'],
		['the file of a link', 'cannot open gita-front.jpg', 'cannot open [hidden]'],
		['the word of an address', 'Haveri is no district', '[hidden] is no district'],
		['another script', 'कुलकर्णी not found', '[hidden] not found'],
		['no accents', 'Renee Muller', '[hidden]'],
		['accents that stand apart', 'Rene\u0301e Mu\u0308ller', '[hidden]'],
		['letters of full width', 'ＧＩＴＡ', '[hidden]'],
		['invisible signs in between', 'Gi\u200bta\u00adDe\u2060vi', '[hidden]'],
	])('hides %s', (_, message, expected) => {
		expect(redact(message, person)).toBe(expected);
	});

	it.each([
		['+91 98765 04321', '+91 [hidden]'],
		['0091-(987) 650-4321', '0091-([hidden]'],
		['919876504321', '[hidden]'],
		['9,876,504,321', '[hidden]'],
		['9.876504321E9', '[hidden]'],
		['XXXXXX4321', '[hidden]'],
		['98765.....', '[hidden].....'],
		['९८७६५०४३२१', '[hidden]'],
		['581 115', '[hidden]'],
		['09-02-1988', '[hidden]'],
		['1988/2/9', '[hidden]'],
		['9 Feb 1988', '[hidden]'],
		['the 9th of February 1988', 'the [hidden] of [hidden]'],
		['Feb 9, 1988', '[hidden]'],
		['2.9.88', '[hidden]'],
		['19880209', '[hidden]'],
		['090288', '[hidden]'],
		['1988-02-09T00:00:00.000Z', '[hidden]:00:00.000Z'],
		['Tue Feb 09 00:00:00 IST 1988', 'Tue [hidden] 00:00:00 IST [hidden]'],
		['9 FEB', '[hidden]'],
		['02/1988', '[hidden]'],
		['9. Februar 1988', '[hidden]'],
		['09.II.1988', '[hidden]'],
		['1988 फरवरी 9', '[hidden]'],
		['571363200', '[hidden]'],
		['571343400000', '[hidden]'],
		['09FEB1988', '[hidden]'],
		['February', '[hidden]'],
	])('hides a number or date written %s', (written, expected) => {
		expect(redact(`got "${written}".`, person)).toBe(`got "${expected}".`);
	});

	it.each([
		'day=9&month=2&year=1988',
		'{"day":9,"month":2,"year":1988}',
		JSON.stringify({ dob: { year: '1988', month: '02', day: '09' } }, null, 4),
		JSON.stringify(JSON.stringify({ birthDay: '9', birthMonth: '2', birthYear: '88' })),
		'dob_day: 9; dob_month: 2; dob_year: 1988',
		'DD: 09 / MM: 02 / YYYY: 1988',
		'D9 M2 Y88',
		'the 9th day of month 2 in the year 1988',
		'9 for day, 2 for month',
		'month = February, day = 9',
	])('hides the parts of a date with words between them: %s', (written) => {
		const shown = redact(`Value <${written}> was refused, code 7`, person);
		expect(shown).toMatch(/^Value <.*> was refused, code 7$/s);
		expect(shown).not.toMatch(/[0-689]|february/i);
	});

	it('leaves numbers alone that are no date, though a part of one is among them', () => {
		const message = 'Wait 2 days, 30 minutes; retry in 9 seconds. The year 1990 of month 7';
		expect(redact(message, person)).toBe(message);
	});

	it.each([
		['JSON', JSON.stringify('Shaun "O’Neill"\nDevi'), '"[hidden]\\"\\n[hidden]"'],
		['ASCII JSON', 'Ren\\u00e9e M\\u00FCller', '[hidden]'],
		['JSON in JSON', 'Ren\\\\u00e9e', '[hidden]'],
		['JavaScript', '\\x47ita \\u{47}ita %u0047ita', '[hidden]'],
		['an address', 'n=Ren%C3%A9e+M%c3%bcller', 'n=[hidden]'],
		['an address in an address', 'Ren%25C3%25A9e', '[hidden]'],
		['an address in Latin-1', 'M%FCller', '[hidden]'],
		['an address cut short', encodeURIComponent('कुलकर्णी').slice(0, -6), '[hidden]'],
		['JSON of an address with invisible signs', '\\u0025\u200b47ita', '[hidden]'],
		['HTML', '&#71;ita D&#x65;vi Kul<b>kar</b>&shy;ni', '[hidden]'],
		['UTF-8 read as Latin-1', Buffer.from('Renée Müller').toString('latin1'), '[hidden]'],
		['base64', Buffer.from('Gita Devi').toString('base64'), '[hidden]'],
		[
			'base64 in an address',
			`user/${Buffer.from('{"phone":"9876504321"}').toString('base64url')}`,
			'[hidden]',
		],
		['hexadecimal', Buffer.from('Kulkarni').toString('hex'), '[hidden]'],
	])('hides what is written as %s', (_, written, expected) => {
		expect(redact(`got ${written} here`, person)).toBe(`got ${expected} here`);
	});

	it('hides short values where they stand alone', () => {
		expect(redact('F: gender F of Fatima is "F", not FM', ['F'])).toBe(
			'[hidden]: gender [hidden] of Fatima is "[hidden]", not FM',
		);
		expect(redact('house 12 of 120', ['12'])).toBe('house [hidden] of 120');
		expect(redact('राम and र', ['र'])).toBe('राम and [hidden]');
	});

	it('hides a word of every message only where it is the whole value', () => {
		expect(redact('User Id is missing', ['Missing'])).toBe('User Id is [hidden]');
		expect(redact('User Id is missing', ['Missing Person', 'my user is missing'])).toBe(
			'User Id is missing',
		);
	});

	it('leaves other words alone that hold a short name or the same letters', () => {
		const message = 'This device has no digital signature; you have to verify it. Indians remain';
		expect(redact(message, person)).toBe(message.replace('Indians', '[hidden]'));
	});

	it('leaves the documented messages and codes as they are', () => {
		const shown = redactor(person);
		for (const { message, code, type } of Object.values(answers)) {
			expect([message, code, type].map(shown)).toEqual([message, code, type]);
		}
	});

	it('hides a key of the credential, and each piece of it', () => {
		const own = 'cfsk_ma_test_0f1e2d3c4b5a69788796a5b4c3d2e1f0_1a2b3c4d';
		const { message } = answers['x-client-secret_value_invalid'];
		expect(redact(message, [own])).toBe(message);
		for (const piece of [own, own.slice(-8), own.slice(20, 30), own.toUpperCase()]) {
			expect(redact(`secret=${piece}.`, [own])).toBe('secret=[hidden].');
		}
	});

	it('hides signatures and tokens, whosever they are', () => {
		const signature = Buffer.from(Array.from({ length: 256 }, (_, i) => i)).toString('base64');
		expect(redact(`x-cf-signature ${signature} is invalid`, [])).toMatch(
			/^x-cf-signature \[hidden\]=* is invalid$/,
		);
	});

	it('passes over values without a letter or digit', () => {
		expect(redact('Nothing to hide - at all', ['', '  ', '-', '\ud800'])).toBe(
			'Nothing to hide - at all',
		);
	});

	it('takes half a character, signs of patterns and __proto__ as they are', () => {
		const values = ['(a+)+$', '[z-a]', '\\', '\ud800Asha', '__proto__', 'constructor'];
		expect(redact('half \ud800, Asha\udc00, (a+)+$ toString', values)).toBe(
			'half \ud800, [hidden]\udc00, ([hidden]+)+$ toString',
		);
	});

	it('reads no more than 2,000 characters of a message', () => {
		const shown = redact(`${'so '.repeat(666)}so Gita`, person);
		expect(shown).toHaveLength(2001);
		expect(shown.endsWith('so so…')).toBe(true);
	});

	it('hides a message whole whose escapes lie deeper than anybody writes them', () => {
		const layers = 8;
		expect(redact(`value %${'25'.repeat(layers)}47ita`, person)).toBe('[hidden]');
		expect(redact('café\u00a0: at 100% \\ & done', [])).toBe('café\u00a0: at 100% \\ & done');
	});

	it('hides a message whole where there is too much to compare it with', () => {
		expect(redact('something went wrong', ['ab '.repeat(40_000)])).toBe('[hidden]');
		// one character that stands for fifteen letters
		expect(redact('something went wrong', ['\ufdfa'.repeat(7000)])).toBe('[hidden]');
		expect(redact('something went wrong', ['\ufdfa'.repeat(500)])).toBe('something went wrong');
		expect(redact('\ufdfa'.repeat(1000), person)).toBe('[hidden]');
	});
});
