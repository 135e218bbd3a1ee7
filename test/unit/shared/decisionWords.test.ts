import { decisionProperties, readDecisionWords } from '../../../nodes/shared/decisionWords';

const read = (options: object) => {
	const refusals = (label: string) => (what: string, rule: string) =>
		new Error(`'${label}' ${what}. ${rule}`);
	const { approvedWhen, rejectedWhen } = readDecisionWords({ ...options }, refusals);
	return [[...approvedWhen], [...rejectedWhen]];
};

it('has the two options that it reads', () => {
	const labels = decisionProperties.map(({ name, displayName }) => [name, displayName]);
	expect(labels).toEqual([
		['approvedWhen', 'Approved When'],
		['rejectedWhen', 'Rejected When'],
	]);
});

it.each([
	['Signed off,, CLOSED_OK ', ['signedoff', 'closedok']],
	[
		['Signed-Off', 'A, b'],
		['signedoff', 'a', 'b'],
	],
	['', []],
	['  ', []],
	[null, []],
	[[], []],
])('reads %j', (approvedWhen, words) => {
	expect(read({ approvedWhen })).toEqual([words, []]);
});

it('has no words where the options were not added', () => {
	expect(read({})).toEqual([[], []]);
});

it('takes REJECTED for a rejection, and for nothing else', () => {
	expect(read({ rejectedWhen: 'rejected' })).toEqual([[], ['rejected']]);
	expect(() => read({ approvedWhen: 'rejected' })).toThrow("'Approved When' contains REJECTED");
});

it.each([
	[7, 'is not a list of words'],
	[true, 'is not a list of words'],
	[{ a: 'B' }, 'is not a list of words'],
	[['A', null], 'is not a list of words'],
	['A, -', 'contains something that is no word'],
	['A,\u200b', 'contains something that is no word'],
	['A\u0000B', 'contains something that is no word'],
	['A, undefined', "contains 'undefined'"],
	['x'.repeat(5_000_000), 'is too long'],
	[Array.from({ length: 101 }, (_, at) => `W${at}`), 'is too long'],
	['received', 'contains RECEIVED, to which'],
	['user queued', 'contains USER_QUEUED, to which'],
	['INSUFFICIENT-BALANCE', 'contains INSUFFICIENT_BALANCE, to which'],
	['vkyc_auditor_review_completed', 'contains VKYC_AUDITOR_REVIEW_COMPLETED, to which'],
])('refuses %.40j in either list', (value, error) => {
	expect(() => read({ approvedWhen: value })).toThrow(`'Approved When' ${error}`);
	expect(() => read({ rejectedWhen: value })).toThrow(`'Rejected When' ${error}`);
});

it('refuses a word that is in both lists, however it is written', () => {
	const options = { approvedWhen: 'A_B', rejectedWhen: ['C', 'a b'] };
	expect(() => read(options)).toThrow(
		"'Approved When' contains a word that 'Rejected When' contains too. Remove it from one of the two.",
	);
});
