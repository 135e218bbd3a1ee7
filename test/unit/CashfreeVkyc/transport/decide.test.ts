import fc from 'fast-check';
import { NodeOperationError } from 'n8n-workflow';
import { ownCodes } from '../../../../nodes/CashfreeVkyc/transport/attempt';
import type { Attempt, Unknown } from '../../../../nodes/CashfreeVkyc/transport/attempt';
import {
	decide,
	decideFound,
	idFieldOf,
	isSuccess,
	kindOf,
	maxTries,
	saysExists,
	saysMissing,
} from '../../../../nodes/CashfreeVkyc/transport/decide';
import type { Kind, Situation } from '../../../../nodes/CashfreeVkyc/transport/decide';
import { node } from '../../../support/scripted-context';
import {
	answered,
	exists,
	findable,
	lost,
	missing,
	ok,
	read,
	refusal,
	refused,
	single,
} from './attempts';

const kinds: Kind[] = ['repeatable', 'findable', 'single'];
const ownEnd = (code: string): Attempt => ({ outcome: 'not sent', code });
const fault = new NodeOperationError(node, 'No key');
const certificate: Attempt = { outcome: 'not sent', code: 'CERT_HAS_EXPIRED' };
const stopped: Attempt = { outcome: 'unknown', reason: 'stopped' };

const idField = 'verification_id';
const first = { tries: 1, idField, takesExisting: true, isDown: false };
const last = (kind: Kind) => ({ ...first, tries: maxTries[kind] });
const down = { ...first, isDown: true };
const refusing = { ...first, takesExisting: false };

/** Attempt, what else is known, and the action for each kind of request, as in docs/guarantees.md. */
const table: Array<
	[string, Attempt, (kind: Kind) => Omit<Situation, 'kind'>, string, string, string]
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
	['that it exists', exists, () => first, 'end', 'look up', 'end'],
	['that it exists, after the last try', exists, last, 'end', 'look up', 'end'],
	['that it exists, which is not wanted', exists, () => refusing, 'end', 'end', 'end'],
	['nothing, as it was not sent', refused, () => first, 'repeat', 'repeat', 'repeat'],
	['nothing, not sent for the last time', refused, last, 'end', 'end', 'end'],
	['nothing, not sent while Cashfree is down', refused, () => down, 'end', 'end', 'end'],
	['a bad certificate', certificate, () => first, 'end', 'end', 'end'],
	['nothing, as the run was stopped', ownEnd(ownCodes.stopped), () => first, 'end', 'end', 'end'],
	['nothing, as the run gave up', ownEnd(ownCodes.rateLimit), () => first, 'end', 'end', 'end'],
	["nothing, but the proxy's no", ownEnd(ownCodes.proxy), () => first, 'end', 'end', 'end'],
	[
		'nothing, as the request could not be made',
		{ outcome: 'not sent', code: '', fault },
		() => first,
		'end',
		'end',
		'end',
	],
	['nothing that is known', lost, () => first, 'repeat', 'look up', 'end'],
	['nothing that is known, for the last time', lost, last, 'end', 'look up', 'end'],
	['nothing that is known while it is down', lost, () => down, 'end', 'look up', 'end'],
	['nothing, as the run was stopped meanwhile', stopped, () => first, 'end', 'end', 'end'],
];

describe.each(table)('Cashfree answers %s', (_, attempt, situation, ...actions) => {
	it.each(kinds.map((kind, index) => [kind, actions[index]] as const))(
		'a %s request: %s',
		(kind, action) => {
			expect(decide(attempt, { kind, ...situation(kind) })).toBe(action);
		},
	);
});

const reasons: Array<Unknown['reason']> = [
	'timeout',
	'connection lost',
	'stopped',
	'server',
	'empty',
	'html',
	'not json',
];
const anyAttempt = fc.oneof(
	fc.record({
		outcome: fc.constant('answered' as const),
		status: fc.integer({ min: 200, max: 499 }),
		headers: fc.constant({}),
		body: fc.record({ code: fc.constantFrom('verification_already_exists', 'x', undefined) }),
	}),
	fc.record({
		outcome: fc.constant('not sent' as const),
		code: fc.constantFrom('ECONNREFUSED', 'CERT_HAS_EXPIRED', ...Object.values(ownCodes)),
	}),
	fc.record({ outcome: fc.constant('unknown' as const), reason: fc.constantFrom(...reasons) }),
) as fc.Arbitrary<Attempt>;
const anySituation: fc.Arbitrary<Situation> = fc.record({
	kind: fc.constantFrom(...kinds),
	tries: fc.integer({ min: 1, max: 30 }),
	idField: fc.constantFrom(idField, 'user_id', ''),
	takesExisting: fc.boolean(),
	isDown: fc.boolean(),
});

describe('whatever happened', () => {
	const always = (holds: (action: string, attempt: Attempt, situation: Situation) => boolean) =>
		fc.assert(
			fc.property(anyAttempt, anySituation, (attempt, situation) =>
				holds(decide(attempt, situation), attempt, situation),
			),
			{ seed: 4, numRuns: 5000 },
		);

	it('there is one action', () => {
		always((action) => ['end', 'repeat', 'look up'].includes(action));
	});
	it('what creates something is never sent again before a look-up, unless it was not sent', () => {
		always(
			(action, { outcome }, { kind }) =>
				action !== 'repeat' || kind === 'repeatable' || outcome === 'not sent',
		);
	});
	it('what cannot be found is never looked up', () => {
		always((action, _, { kind }) => action !== 'look up' || kind === 'findable');
	});
	it('nothing is repeated for ever, and nothing while Cashfree is down', () => {
		always(
			(action, _, { kind, tries, isDown }) =>
				action !== 'repeat' || (tries < maxTries[kind] && !isDown),
		);
	});
	it('an answer ends it, but for the one that it exists', () => {
		always(
			(action, attempt, situation) =>
				attempt.outcome !== 'answered' ||
				action === 'end' ||
				(action === 'look up' && saysExists(attempt, situation.idField)),
		);
	});
});

const again = { ...first, kind: 'findable' } as const;
const forTheLastTime = { ...last('findable'), kind: 'findable' } as const;
const lastButOne = { ...again, tries: maxTries.findable - 1 };
const whileDown = { ...again, isDown: true };

/** Attempt, how the look-up after it ended, what else is known, and what comes next. */
const afterLookUp: Array<[string, Attempt, Attempt, Situation, string]> = [
	['lost, then found', lost, ok, again, 'take'],
	['lost, then found, at the last try', lost, ok, forTheLastTime, 'take'],
	['lost, then missing', lost, missing, again, 'repeat'],
	['lost, then missing, at the last try but one', lost, missing, lastButOne, 'repeat'],
	['lost, then missing, at the last try', lost, missing, forTheLastTime, 'not created'],
	['lost, then missing, like all others', lost, missing, whileDown, 'not created'],
	['lost, and the look-up lost, too', lost, lost, again, 'end'],
	['lost, and the look-up refused', lost, answered(403), again, 'end'],
	['said to exist, then found', exists, ok, again, 'take'],
	['said to exist, then missing', exists, missing, again, 'end'],
	['said to exist, and the look-up lost', exists, lost, again, 'end'],
];

it.each(afterLookUp)('%s', (_, attempt, found, situation, action) => {
	expect(decideFound(attempt, found, situation)).toBe(action);
});

it('sends ten times what creates something, and twenty times what changes nothing', () => {
	expect(maxTries).toEqual({ repeatable: 20, findable: 10, single: 10 });
});

it('tells the kinds apart by what a request creates', () => {
	expect([read, findable, single].map(kindOf)).toEqual(kinds);
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
	const page: Attempt = { outcome: 'unknown', reason: 'html', status: 200 };
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

it.each<[string, Attempt, string, boolean]>([
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
])('%s says that what has the ID is missing: %s, %s', (_, attempt, field, says) => {
	expect(saysMissing(attempt, field)).toBe(says);
});

it('tells the ID that a request asks for by its query', () => {
	expect([findable.creates?.lookUp, read, undefined].map(idFieldOf)).toEqual([idField, '', '']);
});

it('takes words of megabytes in its stride', () => {
	const message = `user_id already exists${' user_id'.repeat(1_000_000)}`;
	expect(saysExists(answered(409, { message }), 'user_id')).toBe(true);
	expect(saysExists(answered(409, { message: '_ -'.repeat(3_000_000) }), 'user_id')).toBe(false);
});
