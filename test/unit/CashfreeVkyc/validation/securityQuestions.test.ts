import fc from 'fast-check';
import { securityQuestions } from '../../../../nodes/CashfreeVkyc/validation/securityQuestions';
import { leftoverIn } from '../../../../nodes/shared/leftover';
import { fieldsOf, refusalOf, refused } from './itemFields';

const read = (question: unknown) =>
	securityQuestions(fieldsOf({ securityQuestions: { question } }));
const filled = fc
	.string({ minLength: 1 })
	.filter((text) => text.trim() !== '' && leftoverIn(text) === undefined);
const answered = fc.record({ question: filled, answer: filled });

it('are numbered by their position, from 1', () => {
	fc.assert(
		fc.property(fc.array(answered, { minLength: 1 }), (given) => {
			expect(read(given)).toEqual(
				given.map(({ question, answer }, index) => ({
					order: index + 1,
					question: question.trim(),
					answer: answer.trim(),
				})),
			);
		}),
	);
});

it('may be answered by a number', () => {
	expect(read([{ question: 'What is your salary?', answer: 1000000 }])).toEqual([
		{ order: 1, question: 'What is your salary?', answer: '1000000' },
	]);
});

it('are numbered by position also where the entries bring a number of their own', () => {
	const entries = [
		{ order: 9, question: 'First?', answer: 'a' },
		{ order: 9, question: 'Second?', answer: 'b' },
	];
	expect(read(entries)?.map(({ order }) => order)).toEqual([1, 2]);
});

it('are not sent where there are none', () => {
	for (const none of [null, undefined, []]) expect(read(none)).toBeUndefined();
});

it('may be given as a whole by an expression, with or without the name of the collection', () => {
	const list = [{ question: 'First?', answer: 'a' }];
	for (const securityQuestionsGiven of [list, { question: list }]) {
		expect(securityQuestions(fieldsOf({ securityQuestions: securityQuestionsGiven }))).toEqual([
			{ order: 1, question: 'First?', answer: 'a' },
		]);
	}
	for (const none of [null, undefined, '', ' ', {}, [], { question: [] }]) {
		expect(securityQuestions(fieldsOf({ securityQuestions: none }))).toBeUndefined();
	}
});

it.each([[{ question: 'First?', answer: 'a' }], ['First?'], [['First?']], [[null]], [5]])(
	'are refused as %p, which is no list of questions',
	(given) => {
		expect(refused(() => read(given))).toEqual({
			field: 'Security Questions',
			what: 'is not a list',
			rule: expect.stringMatching(/^Add each question on its own/),
		});
	},
);

it.each(['First?', 5, true, { questions: [{ question: 'First?', answer: 'a' }] }, new Date(0)])(
	'are refused where an expression for all of them gives %p',
	(securityQuestionsGiven) => {
		const given = fieldsOf({ securityQuestions: securityQuestionsGiven });
		expect(refused(() => securityQuestions(given))).toMatchObject({
			field: 'Security Questions',
			what: expect.stringMatching(/^is not a (list|collection of fields)$/),
		});
	},
);

it('are at most 100, each with at most 500 characters', () => {
	const whole = { question: 'a'.repeat(500), answer: 'b'.repeat(500) };
	expect(read(Array(100).fill(whole))).toHaveLength(100);
	expect(refused(() => read(Array(101).fill(whole))).what).toBe('has 101 entries');
	for (const key of ['question', 'answer']) {
		const refusal = refused(() => read([{ ...whole, [key]: 'a'.repeat(501) }]));
		expect(refusal.what).toBe('is 501 characters long');
	}
});

describe('one that is incomplete is refused with its number', () => {
	const whole = { question: 'First?', answer: 'a' };

	it.each([
		[{ question: '', answer: 'b' }, 'Question 2'],
		[{ answer: 'b' }, 'Question 2'],
		[{ question: 'Second?', answer: ' ' }, 'Answer to question 2'],
		[{ question: 'Second?', answer: null }, 'Answer to question 2'],
	])('%p', (entry, field) => {
		const refusal = refused(() => read([whole, entry]));
		expect(refusal).toMatchObject({ field, what: 'is empty' });
	});

	it('and without a word of any answer', () => {
		const marked = answered.map(({ question, answer }) => ({ question, answer: `«${answer}»` }));
		const broken = fc.constantFrom('', null, ['«x»'], { '«x»': '«y»' }, true);
		fc.assert(
			fc.property(fc.array(marked), marked, broken, (before, last, answer) => {
				const { message, description, context } = refusalOf(() =>
					read([...before, { ...last, answer }, last]),
				);
				expect(JSON.stringify({ message, description, context })).not.toMatch(/[«»]/);
			}),
		);
	});
});
