import { answerReason, answerWords } from '../../../../nodes/CashfreeVkyc/errors/answerWords';
import { answered } from '../transport/outcomes';

const asha = { name: 'Asha Rao', phone: '9988776655' };
const words = (body: object, bodies: unknown[] = [asha], secrets: string[] = []) =>
	answerWords(answered(400, body), { secrets, bodies });

it('are Cashfree’s code, type, words and reference', () => {
	const body = { code: 'user_id_not_found', type: 'validation_error', error: { ref_id: 102 } };
	expect(words({ ...body, message: 'user_id does not exist' })).toEqual({
		code: 'user_id_not_found',
		type: 'validation_error',
		message: 'user_id does not exist',
		refId: 102,
	});
});

it('name nobody of the item’s requests and answers, and no key', () => {
	const bodies = [undefined, asha, 'text', { user: { email: 'uma@mail.example' } }];
	const message = 'RAO (+91 99887-76655, uma@…) with 7f3k9x2m';
	expect(words({ message }, bodies, ['7f3k9x2m']).message).toBe(
		'[hidden] (+91 [hidden]@…) with [hidden]',
	);
});

it.each([
	['a name', 'Asha'],
	['a part of a code', 'asha_not_found'],
	['a sentence', 'No user Asha here'],
	['a number', '9988776655'],
])('hide in a code %s that is personal', (_, code) => {
	const shown = words({ code, type: code, error: { ref_id: code } });
	for (const part of [shown.code, shown.type, shown.refId]) {
		expect(part).toContain('[hidden]');
		expect(part).not.toMatch(/asha|9988/i);
	}
});

it('keep a code of words that everybody uses, whatever somebody is called', () => {
	const missing = [{ name: 'Missing', answer: 'user' }];
	expect(words({ code: 'user_id_number_missing', type: 'user' }, missing)).toMatchObject({
		code: 'user_id_number_missing',
		type: 'user',
	});
});

it('keep a code that is not documented', () => {
	expect(words({ code: 'kyc_profile-locked.v2' }).code).toBe('kyc_profile-locked.v2');
});

it('hide a number that is no reference', () => {
	expect(words({ error: { ref_id: 9988776655 } }).refId).toBe('[hidden]');
});

it('have no code longer than 200 characters', () => {
	expect(words({ code: 'x-'.repeat(5_000_000) }).code).toHaveLength(200);
});

it.each<[string, unknown]>([
	['an object', { toString: () => 'Asha' }],
	['a list', ['Asha']],
	['a number', 9988776655],
	['true', true],
	['null', null],
	['an empty text', ''],
	['deep', JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))],
])('leave out what is no text: %s', (_, odd) => {
	const shown = words({ code: odd, type: odd, message: odd, error: odd });
	expect(Object.values(shown).filter((part) => part !== undefined)).toEqual([]);
});

it('leave out what cannot be read, and keep the rest', () => {
	const broken = () => {
		throw new RangeError('Asha');
	};
	const body = Object.defineProperty({ code: 'bad_request' }, 'message', { get: broken });
	expect(words(body)).toEqual({ code: 'bad_request' });
});

it('have no words but documented ones where it is not known what to hide', () => {
	const broken = Object.defineProperty({}, 'name', {
		enumerable: true,
		get: () => {
			throw new RangeError('Asha');
		},
	});
	const body = { code: 'bad_request', type: 'Asha', message: 'Asha', error: { ref_id: 5 } };
	expect(words(body, [broken])).toEqual({ code: 'bad_request' });
});

it.each([
	['an answer in Hindi', 'मेरी नानी का घर '.repeat(296)],
	['brackets', '([{*+?.\\^$|'.repeat(5000)],
	['quotes and backslashes', '\\"'.repeat(20_000)],
	['halves of characters', '\ud83d'.repeat(40_000)],
])('keep the reason beside %s', (_, answer) => {
	const body = { code: 'bad_request', message: 'Bad request, please check API documentation' };
	expect(words(body, [{ security_questions: [{ answer }] }])).toEqual(body);
});

it('hide Cashfree’s words whole beside more than can be compared', () => {
	const answers = Array.from({ length: 100_000 }, (_, at) => ({ answer: `Answer ${at}` }));
	const body = { code: 'bad_request', message: 'Bad request' };
	expect(words(body, [answers])).toEqual({ code: 'bad_request', message: '[hidden]' });
});

it('are unchanged where a reason is looked for, up to a length', () => {
	const long = 'x'.repeat(5000);
	expect(answerReason(answered(400, { code: 'Asha', message: 'Asha Rao' }))).toEqual({
		code: 'Asha',
		message: 'Asha Rao',
	});
	const { code, message } = answerReason(answered(400, { code: long, message: long }));
	expect([code?.length, message?.length]).toEqual([200, 2000]);
	expect(answerReason(answered(400, { code: ['Asha'], message: 5 }))).toEqual({});
});
