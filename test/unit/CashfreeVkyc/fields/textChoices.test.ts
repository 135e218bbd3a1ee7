import {
	choice,
	gender,
	httpsLink,
	notificationTypes,
} from '../../../../nodes/CashfreeVkyc/fields/text';
import { faultFor, refused } from './itemFields';

const fault = faultFor('Field');

describe('a link', () => {
	it.each([
		'https://files.example.com/photo.jpg',
		'https://files.example.com:8443/a/b?sig=5f1c&x=%20#top',
		'HTTPS://files.example.com',
	])('may be %s, and is sent as it is', (link) => {
		expect(httpsLink(` ${link} `, fault)).toBe(link);
	});

	it('is encoded where it holds letters that no address has', () => {
		expect(httpsLink('https://files.example/आशा.jpg', fault)).toBe(
			'https://files.example/%E0%A4%86%E0%A4%B6%E0%A4%BE.jpg',
		);
	});

	it.each([
		'http://files.example.com/photo.jpg',
		'ftp://files.example.com/photo.jpg',
		'files.example.com/photo.jpg',
		'//files.example.com/photo.jpg',
		'https:files.example.com',
		'https://',
		'https:///',
		'https://files.example.com/my photo.jpg',
		'https://files.example.com/a\nb',
		'<https://files.example.com/photo.jpg>',
		'data:image/png;base64,AAAA',
		'photo.jpg',
	])('may not be %s', (link) => {
		expect(refused(() => httpsLink(link, fault))).toEqual({
			field: 'Field',
			what: 'is not a link that starts with https://',
			rule: 'Give a whole address, e.g. https://files.example.com/photo.jpg.',
		});
	});
});

describe('a gender', () => {
	it.each([
		['M', ['M', 'm', 'male', 'Male', ' MALE ']],
		['F', ['F', 'f', 'female', 'Female']],
		['O', ['O', 'o', 'other', 'OTHER']],
	])('%s is understood in any letter case and as a word', (letter, given) => {
		for (const value of given) expect(gender(value, fault)).toBe(letter);
	});

	it.each(['X', 'T', 'man', 'MF', 0, 'constructor', '__proto__', 'toString'])(
		'is refused as %p',
		(value) => {
			expect(refused(() => gender(value, fault))).toEqual({
				field: 'Field',
				what: 'is not a gender that Cashfree knows',
				rule: 'Use M, F or O.',
			});
		},
	);
});

describe('the notification types', () => {
	const types = (value: unknown) => notificationTypes(value, fault);
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
		for (const none of [[], '', ' , ', null, undefined, [''], [null]]) {
			expect(types(none)).toEqual([]);
		}
	});

	it.each([
		[['sms', 'telegram'], 'holds "telegram"'],
		['sms; whatsapp', 'holds "sms; whatsapp"'],
		['["sms", "whatsapp"]', 'holds "[\\"sms\\""'],
		[['approvePermissions'], 'holds "approvepermissions"'],
		[{ sms: true }, 'is not a list'],
		[5, 'is not a list'],
		[true, 'is not a list'],
	])('are refused as %p', (value, what) => {
		expect(refused(() => types(value))).toEqual({ field: 'Field', what, rule });
	});

	it('are refused where an entry is no text', () => {
		expect(refused(() => types([{ sms: true }])).what).toBe('holds an object, not a text');
	});
});

describe('the value of a dropdown', () => {
	const read = (value: unknown) => choice(value, ['userId', 'userReferenceId'], fault);

	it('is one of its choices, and the first one where it is not set', () => {
		expect(read('userReferenceId')).toBe('userReferenceId');
		for (const unset of [null, undefined]) expect(read(unset)).toBe('userId');
	});

	it.each([[''], ['UserId'], ['phone'], ['constructor'], [true], [1], [['userId']]])(
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
