import fc from 'fast-check';
import { NodeOperationError } from 'n8n-workflow';
import { ownCodes } from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import type {
	RequestOutcome,
	Unknown,
} from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import {
	nextAction,
	nextActionAfterLookup,
	idFieldOf,
	isSuccess,
	retrySafetyOf,
	maxRetries,
	saysExists,
	saysMissing,
} from '../../../../nodes/CashfreeVkyc/transport/nextAction';
import type { RetrySafety, Situation } from '../../../../nodes/CashfreeVkyc/transport/nextAction';
import { node } from '../../../support/scriptedContext';
import {
	answered,
	exists,
	reconcilable,
	lost,
	missing,
	ok,
	read,
	refusal,
	refused,
	unsafe,
} from './outcomes';

const safeties: RetrySafety[] = ['idempotent', 'reconcilable', 'unsafe'];
const ownEnd = (code: string): RequestOutcome => ({ state: 'not_sent', code });
const error = new NodeOperationError(node, 'No key');
const certificate: RequestOutcome = { state: 'not_sent', code: 'CERT_HAS_EXPIRED' };
const stopped: RequestOutcome = { state: 'unknown', reason: 'stopped' };

const idField = 'verification_id';
const first = { retries: 0, idField, takesExisting: true, isCircuitOpen: false };
const last = (safety: RetrySafety) => ({ ...first, retries: maxRetries[safety] });
const down = { ...first, isCircuitOpen: true };
const refusing = { ...first, takesExisting: false };

/** Outcome, what else is known, and the action for each kind of request, as in docs/guarantees.md. */
const table: Array<
	[
		string,
		RequestOutcome,
		(safety: RetrySafety) => Omit<Situation, 'safety'>,
		string,
		string,
		string,
	]
> = [
	['a success', ok, () => first, 'end', 'end', 'end'],
	['a refusal of the request', answered(400), () => first, 'end', 'end', 'end'],
	[
		'a refusal for the limit that waiting did not help',
		refusal(),
		() => first,
		'end',
		'end',
		'end',
	],
	['a redirect', answered(302), () => first, 'end', 'end', 'end'],
	['that it exists', exists, () => first, 'end', 'look_up', 'end'],
	['that it exists, after the last try', exists, last, 'end', 'look_up', 'end'],
	['that it exists, which is not wanted', exists, () => refusing, 'end', 'end', 'end'],
	['nothing, as it was not sent', refused, () => first, 'retry', 'retry', 'retry'],
	['nothing, not sent for the last time', refused, last, 'end', 'end', 'end'],
	['nothing, not sent while Cashfree is down', refused, () => down, 'end', 'end', 'end'],
	['a bad certificate', certificate, () => first, 'end', 'end', 'end'],
	['nothing, as the run was stopped', ownEnd(ownCodes.stopped), () => first, 'end', 'end', 'end'],
	['nothing, as the run gave up', ownEnd(ownCodes.rateLimit), () => first, 'end', 'end', 'end'],
	["nothing, but the proxy's no", ownEnd(ownCodes.proxy), () => first, 'end', 'end', 'end'],
	[
		'nothing, as the request could not be made',
		{ state: 'not_sent', code: '', error },
		() => first,
		'end',
		'end',
		'end',
	],
	['nothing that is known', lost, () => first, 'retry', 'look_up', 'end'],
	['nothing that is known, for the last time', lost, last, 'end', 'look_up', 'end'],
	['nothing that is known while it is down', lost, () => down, 'end', 'look_up', 'end'],
	['nothing, as the run was stopped meanwhile', stopped, () => first, 'end', 'end', 'end'],
];

describe.each(table)('Cashfree answers %s', (_, outcome, situation, ...actions) => {
	it.each(safeties.map((safety, index) => [safety, actions[index]] as const))(
		'a %s request: %s',
		(safety, action) => {
			expect(nextAction(outcome, { safety, ...situation(safety) })).toBe(action);
		},
	);
});

const reasons: Array<Unknown['reason']> = [
	'timeout',
	'connection_lost',
	'stopped',
	'server',
	'empty',
	'html',
	'not_json',
];
const anyOutcome = fc.oneof(
	fc.record({
		state: fc.constant('answered' as const),
		status: fc.integer({ min: 200, max: 499 }),
		headers: fc.constant({}),
		body: fc.record({ code: fc.constantFrom('verification_already_exists', 'x', undefined) }),
	}),
	fc.record({
		state: fc.constant('not_sent' as const),
		code: fc.constantFrom('ECONNREFUSED', 'CERT_HAS_EXPIRED', ...Object.values(ownCodes)),
	}),
	fc.record({ state: fc.constant('unknown' as const), reason: fc.constantFrom(...reasons) }),
) as fc.Arbitrary<RequestOutcome>;
const anySituation: fc.Arbitrary<Situation> = fc.record({
	safety: fc.constantFrom(...safeties),
	retries: fc.integer({ min: 0, max: 30 }),
	idField: fc.constantFrom(idField, 'user_id', ''),
	takesExisting: fc.boolean(),
	isCircuitOpen: fc.boolean(),
});

describe('whatever happened', () => {
	const always = (
		holds: (action: string, outcome: RequestOutcome, situation: Situation) => boolean,
	) =>
		fc.assert(
			fc.property(anyOutcome, anySituation, (outcome, situation) =>
				holds(nextAction(outcome, situation), outcome, situation),
			),
			{ seed: 4, numRuns: 5000 },
		);

	it('there is one action', () => {
		always((action) => ['end', 'retry', 'look_up'].includes(action));
	});
	it('what creates something is never sent again before a look-up, unless it was not sent', () => {
		always(
			(action, { state: outcome }, { safety }) =>
				action !== 'retry' || safety === 'idempotent' || outcome === 'not_sent',
		);
	});
	it('what cannot be found is never looked up', () => {
		always((action, _, { safety }) => action !== 'look_up' || safety === 'reconcilable');
	});
	it('nothing is repeated for ever, and nothing while Cashfree is down', () => {
		always(
			(action, _, { safety, retries, isCircuitOpen }) =>
				action !== 'retry' || (retries < maxRetries[safety] && !isCircuitOpen),
		);
	});
	it('an answer ends it, but for the one that it exists', () => {
		always(
			(action, outcome, situation) =>
				outcome.state !== 'answered' ||
				action === 'end' ||
				(action === 'look_up' && saysExists(outcome, situation.idField)),
		);
	});
});

const again = { ...first, safety: 'reconcilable' } as const;
const forTheLastTime = { ...last('reconcilable'), safety: 'reconcilable' } as const;
const lastButOne = { ...again, retries: maxRetries.reconcilable - 1 };
const whileDown = { ...again, isCircuitOpen: true };

/** Outcome, how the look-up after it ended, what else is known, and what comes next. */
const afterLookUp: Array<[string, RequestOutcome, RequestOutcome, Situation, string]> = [
	['lost, then found', lost, ok, again, 'use_found'],
	['lost, then found, at the last try', lost, ok, forTheLastTime, 'use_found'],
	['lost, then missing', lost, missing, again, 'retry'],
	['lost, then missing, at the last try but one', lost, missing, lastButOne, 'retry'],
	['lost, then missing, at the last try', lost, missing, forTheLastTime, 'not_created'],
	['lost, then missing, like all others', lost, missing, whileDown, 'not_created'],
	['lost, and the look-up lost, too', lost, lost, again, 'end'],
	['lost, and the look-up refused', lost, answered(403), again, 'end'],
	['said to exist, then found', exists, ok, again, 'use_found'],
	['said to exist, then missing', exists, missing, again, 'end'],
	['said to exist, and the look-up lost', exists, lost, again, 'end'],
];

it.each(afterLookUp)('%s', (_, outcome, found, situation, action) => {
	expect(nextActionAfterLookup(outcome, found, situation)).toBe(action);
});

it('sends ten times what creates something, and twenty times what changes nothing', () => {
	expect(maxRetries).toEqual({ idempotent: 19, reconcilable: 9, unsafe: 9 });
});

it('tells the kinds apart by what a request creates', () => {
	expect([read, reconcilable, unsafe].map(retrySafetyOf)).toEqual(safeties);
});

it.each([
	[200, {}, true],
	[299, {}, true],
	[300, {}, false],
	[404, {}, false],
])('HTTP %d is a success: %p', (status, body, success) => {
	expect(isSuccess(answered(status, body))).toBe(success);
});

it('takes nothing but an answer for a success', () => {
	const page: RequestOutcome = { state: 'unknown', reason: 'html', status: 200 };
	expect([lost, refused, page].map(isSuccess)).toEqual([false, false, false]);
});

it.each<[number, object, string, boolean]>([
	[409, { code: 'verification_id_already_exists' }, idField, true],
	[409, { code: 'x', message: 'verification id already exists' }, idField, true],
	[409, { code: 'invalid_verification_id' }, idField, true],
	[409, { code: 'verification_id_value_invalid' }, idField, true],
	[409, { code: 'duplicate_request', message: 'Duplicate verification_id' }, idField, true],
	[400, { code: 'verification_id_value_invalid' }, idField, false],
	[409, { message: 'A verification with this ID already exists.' }, idField, true],
	[400, { code: 'user_id_already_exists' }, 'user_id', true],
	[409, { code: 'user_already_exists' }, 'user_id', true],
	[400, { code: 'x', message: 'user_id Already Exists.' }, 'user_id', true],
	[404, { code: 'user_id_already_exists' }, 'user_id', false],
	[200, { message: 'user_id already exists' }, 'user_id', false],
	// of something else
	[409, { code: 'user_id_already_exists' }, idField, false],
	[409, { code: 'verification_id_already_exists' }, 'user_id', false],
	[400, { code: 'email_already_exists', message: 'email already exists' }, 'user_id', false],
	[409, { code: 'x', message: 'Phone already exists for another user_id' }, 'user_id', false],
	[409, { code: 'phone_already_exists', message: 'user already exists' }, 'user_id', false],
	[409, { code: 'request_in_progress' }, 'user_id', false],
	[400, { code: 'x', message: 'already exists' }, 'user_id', false],
	[409, {}, idField, false],
	[409, { code: ['verification_id_already_exists'] }, idField, false],
	[409, { code: { toString: 1 }, message: { valueOf: null } }, idField, false],
	// of a request that has no ID to look it up by
	[409, { code: 'user_id_already_exists' }, '', false],
	[409, { code: 'x', message: 'it already exists' }, '', false],
])('HTTP %d with %j says that what has the %s exists: %p', (status, body, field, says) => {
	expect(saysExists(answered(status, body), field)).toBe(says);
});

it.each<[string, RequestOutcome, string, boolean]>([
	['a 404 that names the ID', missing, idField, true],
	["a 404 that names the user's ID", answered(404, { code: 'user_id_not_found' }), 'user_id', true],
	['a 404 about the user', answered(404, { code: 'user_id_not_found' }), idField, false],
	['a 404 about the verification', missing, 'reference_id', false],
	[
		'a 404 about another ID',
		answered(404, { code: 'user_reference_id_not_found' }),
		'user_id',
		false,
	],
	["a gateway's 404", answered(404, { message: 'no route' }), idField, false],
	[
		'a 404 that speaks of the address',
		answered(404, { code: 'Resource not found' }),
		idField,
		false,
	],
	['a 404 that speaks of nothing', answered(404, { code: '_not_found' }), '', false],
	['a 404 with a longer code', answered(404, { code: 'user_id_not_found_here' }), 'user_id', false],
	['a 404 with a list', answered(404, { code: ['user_id_not_found'] }), 'user_id', false],
	['another answer', answered(400, { code: 'verification_id_not_found' }), idField, false],
	['no answer', { ...lost, status: 404, body: { code: 'user_id_not_found' } }, 'user_id', false],
])('%s says that what has the ID is missing: %s, %s', (_, outcome, field, says) => {
	expect(saysMissing(outcome, field)).toBe(says);
});

it('tells the ID that a request asks for by its query', () => {
	expect([reconcilable.creates?.lookUp, read, undefined].map(idFieldOf)).toEqual([idField, '', '']);
});

it('takes words of megabytes in its stride', () => {
	const message = `user_id already exists${' user_id'.repeat(1_000_000)}`;
	expect(saysExists(answered(409, { message }), 'user_id')).toBe(true);
	expect(saysExists(answered(409, { message: '_ -'.repeat(3_000_000) }), 'user_id')).toBe(false);
});
