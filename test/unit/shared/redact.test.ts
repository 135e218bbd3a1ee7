import fc from 'fast-check';
import { redact } from '../../../nodes/shared/redact';

describe('hiding values in a message', () => {
	it('replaces a value wherever it occurs, in any letter case', () => {
		expect(redact('Asha Rao is not ASHA RAO; see /asha rao/', ['Asha Rao'])).toBe(
			'[hidden] is not [hidden]; see /[hidden]/',
		);
	});

	it('replaces a value that is part of a longer word or number', () => {
		expect(redact('phone +919988776655 is taken', ['9988776655'])).toBe(
			'phone +91[hidden] is taken',
		);
	});

	it.each([
		[
			'as JSON',
			'got {"answer":"the \\"Oreo\\"\\ncat"}',
			'the "Oreo"\ncat',
			'got {"answer":"[hidden]"}',
		],
		['as ASCII JSON', 'got "Ren\\u00e9 O\\u0027Neill"', "René O'Neill", 'got "[hidden]"'],
		['in an address', '/user?name=Asha%20R%26o', 'Asha R&o', '/user?name=[hidden]'],
		['as a form field', 'name=Ren%C3%A9+O%27Neill', "René O'Neill", 'name=[hidden]'],
		['with lower-case escapes', 'name=Ren%c3%a9', 'René', 'name=[hidden]'],
	])('replaces a value written %s', (_, message, secret, expected) => {
		expect(redact(message, [secret])).toBe(expected);
	});

	it('replaces a value of fewer than four characters only as a word of its own', () => {
		expect(redact('M: gender M of Mallesh is "M", not FM or M_1', ['M'])).toBe(
			'[hidden]: gender [hidden] of Mallesh is "[hidden]", not FM or M_1',
		);
		expect(redact('the goal is Goa', ['Goa'])).toBe('the goal is [hidden]');
		expect(redact('राम and र', ['र'])).toBe('राम and [hidden]');
	});

	it('hides the whole of values that overlap or contain each other, in any order', () => {
		const message = 'Rao of Asha Rao Kulkarni';
		for (const secrets of [
			['Asha Rao', 'Rao Kulkarni'],
			['Rao Kulkarni', 'Asha Rao'],
		]) {
			expect(redact(message, secrets)).toBe('Rao of [hidden]');
		}
		expect(redact(message, ['Asha', 'Asha Rao Kulkarni'])).toBe('Rao of [hidden]');
		expect(redact(message, ['Asha Rao Kulkarni', 'Rao'])).toBe('[hidden] of [hidden]');
		expect(redact('anananas', ['anan'])).toBe('[hidden]as');
	});

	it('passes over empty values and ignores spaces around a value', () => {
		expect(redact('No such user: Asha', ['', '  ', ' Asha '])).toBe('No such user: [hidden]');
		expect(redact('', ['Asha'])).toBe('');
		expect(redact('Nothing to hide', [])).toBe('Nothing to hide');
	});

	it('takes signs of a value as they are, also half a surrogate pair', () => {
		expect(redact('axb a.b* (1) [2] \ud800', ['a.b*', '(1) [2]', 'axb \ud800'])).toBe(
			'axb [hidden] [hidden] \ud800',
		);
	});

	it('leaves no value in a message, however the message was put together', () => {
		// none of these is in the replacement itself
		const sign = fc.constantFrom(...'abcXYZ019 \'"\\/&<=%+()~*.@-_!\n', 'é', 'आ', '𐐷');
		const secret = fc
			.string({ unit: sign, maxLength: 20 })
			.map((value) => value.trim())
			.filter((value) => value.length >= 4);
		const writers: Array<(value: string) => string> = [
			(value) => value,
			(value) => value.toUpperCase(),
			(value) => JSON.stringify(value).slice(1, -1),
			(value) => encodeURIComponent(value),
			(value) => new URLSearchParams({ '': value }).toString().slice(1),
		];
		const part = fc.record({
			which: fc.nat(),
			writer: fc.constantFrom(...writers),
			gap: fc.string({ unit: sign }),
		});
		fc.assert(
			fc.property(
				fc.array(secret, { minLength: 1, maxLength: 6 }),
				fc.array(part, { maxLength: 8 }),
				(secrets, parts) => {
					const written = parts.map(({ which, writer }) => writer(secrets[which % secrets.length]));
					const message = parts.map(({ gap }, index) => `${gap}${written[index]}`).join('');
					const clean = redact(message, secrets).toLowerCase();
					for (const value of [...secrets, ...written]) {
						expect(clean).not.toContain(value.toLowerCase());
					}
				},
			),
			{ numRuns: 500 },
		);
	});
});
