import {
	choice,
	gender,
	notificationTypes,
} from '../../../../nodes/CashfreeVkyc/validation/choices';
import { fieldErrorFor, refused } from './itemFields';

const fieldError = fieldErrorFor('Field');

describe('a gender', () => {
	it.each([
		['M', ['M', 'm', 'male', 'Male', ' MALE ']],
		['F', ['F', 'f', 'female', 'Female']],
		['O', ['O', 'o', 'other', 'OTHER']],
	])('%s is understood in any letter case and as a word', (letter, given) => {
		for (const value of given) expect(gender(value, fieldError)).toBe(letter);
	});

	it.each(['X', 'T', 'man', 'MF', 0, 'constructor', '__proto__', 'toString'])(
		'is refused as %p',
		(value) => {
			expect(refused(() => gender(value, fieldError))).toEqual({
				field: 'Field',
				what: 'is not a gender that Cashfree knows',
				rule: 'Use M, F or O.',
			});
		},
	);
});

describe('the notification types', () => {
	const types = (value: unknown) => notificationTypes(value, fieldError);
	const unknown = 'names a channel that Cashfree does not know';
	const rule = 'Name the channels with commas between them, e.g. sms, whatsapp, email.';

	it('are a list in lower case, in its order, each once', () => {
		expect(types(['sms', 'whatsapp', 'email'])).toEqual(['sms', 'whatsapp', 'email']);
		expect(types(['WhatsApp', 'SMS', ' sms ', 'whatsapp'])).toEqual(['whatsapp', 'sms']);
	});

	it('may come as a text with commas', () => {
		expect(types('sms, whatsapp')).toEqual(['sms', 'whatsapp']);
		expect(types(' Email,')).toEqual(['email']);
	});

	it('are an empty list where none is chosen', () => {
		for (const none of [[], '', ' , ', null, undefined]) {
			expect(types(none)).toEqual([]);
		}
	});

	it.each([
		[[''], 'contains only blank entries'],
		[[null, ' '], 'contains only blank entries'],
		[['sms', 'telegram'], unknown],
		['sms; whatsapp', unknown],
		['["sms", "whatsapp"]', unknown],
		[['approvePermissions'], unknown],
		['9988776655', unknown],
		[{ sms: true }, 'is not a list'],
		[5, 'is not a list'],
		[true, 'is not a list'],
	])('are refused as %p', (value, what) => {
		expect(refused(() => types(value))).toEqual({ field: 'Field', what, rule });
	});

	it('are refused where an entry is no text', () => {
		expect(refused(() => types([{ sms: true }])).what).toBe('contains an object, not a text');
	});
});

describe('the value of a dropdown', () => {
	const choices = ['userId', 'userReferenceId'];
	const read = (value: unknown) => choice(value, choices, fieldError);
	const blanks = [null, undefined, '', ' ', []];

	it('is one of its choices', () => {
		expect(read('userReferenceId')).toBe('userReferenceId');
	});

	it('is that of the screen where it was left empty and has one', () => {
		for (const blank of blanks) {
			expect(choice(blank, choices, fieldError, 'userReferenceId')).toBe('userReferenceId');
		}
	});

	it('is refused where it was left empty and has none', () => {
		for (const blank of blanks) {
			expect(refused(() => read(blank))).toMatchObject({ field: 'Field', what: 'is empty' });
		}
	});

	it.each([['UserId'], ['phone'], ['constructor'], [true], [false], [0], [1], [['userId']], [{}]])(
		'is refused as %p, with the choices that there are',
		(value) => {
			expect(refused(() => read(value))).toEqual({
				field: 'Field',
				what: 'has an unknown value',
				rule: 'Use one of: userId, userReferenceId.',
			});
		},
	);
});
