import fc from 'fast-check';
import { redactor } from '../../../nodes/shared/redact';
import { isCommon } from '../../../nodes/shared/redaction/commonWords';
import { answers } from '../../../local/cashfree/answers';

const givenNames =
	'Asha,Gita,Devi,Ravi,Amit,Bala,Mini,Vali,Zoravar,Fakkirappa,Renée,आशा,நந்தினி,Uma';
const familyNames = 'Rao,Kulkarni,Testperson,O’Neill,D’Souza,Anne-Marie,कुलकर्णी,Müller,Li,Singh';
const places = 'Haveri,Ranebennur,Villa Nirgendwo,1st Main 5th Cross,Temple Street,Old Well';
const from = (list: string) => fc.constantFrom(...list.split(','));
const digits = (length: number) =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

const person = fc.record({
	name: fc.tuple(from(givenNames), from(givenNames), from(familyNames)).map((n) => n.join(' ')),
	place: from(places),
	phone: digits(9).map((rest) => `9${rest}`),
	pin: digits(5).map((rest) => `5${rest}`),
	day: fc.integer({ min: 1, max: 28 }),
	month: fc.integer({ min: 1, max: 12 }),
	year: fc.integer({ min: 1920, max: 2020 }),
	mail: fc.tuple(from('quirin,zelda.f,x_ray99'), digits(4)).map((parts) => parts.join('')),
});
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

const two = (number: number) => String(number).padStart(2, '0');
const dob = ({ day, month, year }: Person) => `${two(day)}-${two(month)}-${year}`;
const valuesOf = (one: Person) => [
	one.name,
	one.place,
	one.phone,
	one.pin,
	dob(one),
	`${one.mail}@mail.example`,
];

const monthNames = (month: number) =>
	new Date(Date.UTC(2000, month - 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });

/** Ways to write a date, all of whose parts tell something. */
const dateForms: Array<(one: Person) => string> = [
	dob,
	({ day, month, year }) => `${year}/${month}/${day}`,
	({ day, month, year }) => `${year}-${two(month)}-${two(day)}T00:00:00Z`,
	({ day, month, year }) => `${month}.${day}.${year}`,
	({ day, month, year }) => `${day} ${monthNames(month)} ${year}`,
	({ day, month, year }) => `${monthNames(month).slice(0, 3).toUpperCase()} ${day}, ${year}`,
	({ day, month, year }) => `${year}${two(month)}${two(day)}`,
	({ day, month, year }) => `${two(day)}${two(month)}${String(year).slice(2)}`,
];
const phoneForms: Array<(phone: string) => string> = [
	(phone) => `+91 ${phone.slice(0, 5)} ${phone.slice(5)}`,
	(phone) => `00 91-(${phone.slice(0, 3)}) ${phone.slice(3, 6)}.${phone.slice(6)}`,
	(phone) => `(91)${phone}`,
	(phone) => Array.from(phone).join(' '),
	(phone) => phone.replace(/\d/g, (digit) => String.fromCharCode(0x966 + Number(digit))),
];

type Writing = [write: (text: string) => string, read: (written: string) => string];
const asItIs = (text: string) => text;
const fromPercents = (written: string) =>
	written.replace(/(%[0-9a-f]{2})+/gi, (bytes) => {
		const text = Buffer.from(bytes.replaceAll('%', ''), 'hex').toString();
		return text.replaceAll('\ufffd', '');
	});
const toUnicodeEscape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Ways to write any text, none of which takes a letter or digit away, and to read it again. */
const writings: Writing[] = [
	[asItIs, asItIs],
	[(text) => text.toUpperCase(), asItIs],
	[(text) => text.normalize('NFD'), asItIs],
	[(text) => Array.from(text).join('\u200b'), (written) => written.replaceAll('\u200b', '')],
	[(text) => JSON.stringify(text).slice(1, -1), asItIs],
	[
		(text) => text.replace(/[\s\S]/g, toUnicodeEscape),
		(written) =>
			written.replace(/\\u(....)/g, (_, code) => String.fromCharCode(parseInt(code, 16))),
	],
	[encodeURIComponent, fromPercents],
	[
		(text) => encodeURIComponent(encodeURIComponent(text)),
		(text) => fromPercents(fromPercents(text)),
	],
	[(text) => new URLSearchParams({ '': text }).toString().slice(1), fromPercents],
	[
		(text) => Array.from(text, (character) => `&#${character.codePointAt(0)};`).join(''),
		(written) => written.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
	],
	[
		(text) =>
			text
				.split(/[\s-]+/)
				.toReversed()
				.join('_'),
		asItIs,
	],
];

/** What of a text a message may not show: its words and numbers of four signs or more. */
const tellingParts = (text: string) =>
	(
		text
			.normalize('NFC')
			.toLowerCase()
			.match(/[\p{L}\p{M}]{4,}|\p{N}{4,}/gu) ?? []
	).filter((part) => !isCommon(part));

describe('hiding what is personal, however it is written', () => {
	it('lets no word or number of four signs of a person through', () => {
		fc.assert(
			fc.property(
				person,
				fc.constantFrom(...writings),
				fc.nat(),
				fc.nat({ max: 8 }),
				(one, [write, read], choice, cut) => {
					const told = [
						one.name,
						one.place,
						one.mail,
						one.pin,
						phoneForms[choice % phoneForms.length]!(one.phone),
						dateForms[choice % dateForms.length]!(one),
					];
					for (const value of told) {
						const shorter = value.slice(0, Math.max(4, value.length - cut));
						const shown = redactor(valuesOf(one))(`Value <${write(shorter)}> was refused`);
						expect(shown).toMatch(/^Value <.*> was refused$/su);
						const left = read(shown).normalize('NFC').toLowerCase();
						const parts = tellingParts(shorter);
						expect(parts.filter((part) => left.includes(part))).toEqual([]);
					}
				},
			),
			{ numRuns: 400 },
		);
	});

	it('lets no four digits of a phone number or date through, nor the name of its month', () => {
		fc.assert(
			fc.property(
				person,
				fc.constantFrom(...dateForms),
				fc.constantFrom(...phoneForms),
				(one, date, phone) => {
					const shown = redactor(valuesOf(one))(`${date(one)}; ${phone(one.phone)}`);
					expect(shown).not.toMatch(/\p{Nd}{3}/u);
					if (one.month !== 5) expect(shown).not.toContain(monthNames(one.month));
				},
			),
			{ numRuns: 400 },
		);
	});

	it('leaves the messages that Cashfree documents as they are, but for numbers', () => {
		const messages = Object.values(answers).map(({ message }) => message);
		fc.assert(
			fc.property(person, fc.constantFrom(...messages), (one, message) => {
				const shown = redactor(valuesOf(one))(message);
				expect(shown.replace(/[\d.]*\[hidden\][\d.]*/, '')).toBe(
					shown.includes('[hidden]') ? message.replace(/\d[\d.]*/, '') : message,
				);
			}),
			{ numRuns: 400 },
		);
	});

	it('takes any values and any message, and leaves no value of eight signs in it', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 40 });
		fc.assert(
			fc.property(fc.array(text, { maxLength: 5 }), text, text, (values, before, after) => {
				for (const value of values) {
					const shown = redactor(values)(`${before} ${value} ${after}`);
					const words = value.match(/[A-Za-z0-9]{8,}/g) ?? [];
					const elsewhere = `${before} ${after}`;
					expect(words.filter((word) => shown.includes(word) && !elsewhere.includes(word))).toEqual(
						[],
					);
				}
			}),
			{ numRuns: 500 },
		);
	});
});
