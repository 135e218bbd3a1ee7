import fc from 'fast-check';
import { NodeOperationError } from 'n8n-workflow';
import { ownCodes } from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import type {
	Answer,
	RequestOutcome,
} from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import type { CashfreeRequest } from '../../../../nodes/CashfreeVkyc/transport/request';
import { maxRetries } from '../../../../nodes/CashfreeVkyc/transport/nextAction';
import { sendWithRetry } from '../../../../nodes/CashfreeVkyc/transport/sendWithRetry';
import type { Sender } from '../../../../nodes/CashfreeVkyc/transport/sendWithRetry';
import { node } from '../../../support/scriptedContext';
import {
	answered,
	change,
	exists,
	reconcilable,
	reconcilableNew,
	lookUp,
	lost,
	missing,
	ok,
	read,
	refusal,
	refused,
	script,
	unsafe,
} from './outcomes';

/** Sends a request that meets these outcomes; `sent` says which request went out each time. */
async function sendThrough(
	request: CashfreeRequest,
	outcomes: RequestOutcome[],
	isCircuitOpen: Sender['isCircuitOpen'] = () => false,
) {
	const answer = script(...outcomes);
	const sent: string[] = [];
	const pauses: number[] = [];
	const result = await sendWithRetry(request, {
		sendOnce: async ({ method }) => {
			sent.push(method);
			return await answer();
		},
		wait: async (retry) => void pauses.push(retry),
		isCircuitOpen,
	});
	return { ...result, sent: sent.join(' '), pauses };
}

const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);

it('ends with the first answer', async () => {
	const { outcome, found, retries, sent, pauses } = await sendThrough(reconcilable, [ok]);
	expect({ outcome, found, retries, sent, pauses }).toEqual({
		outcome: ok,
		found: undefined,
		retries: 0,
		sent: 'POST',
		pauses: [],
	});
});

it('repeats what was not sent, with a longer pause each time', async () => {
	const { outcome, retries, pauses } = await sendThrough(unsafe, [refused, refused, ok]);
	expect({ outcome, retries, pauses }).toEqual({ outcome: ok, retries: 2, pauses: [1, 2] });
});

it('gives up what cannot be sent', async () => {
	const { outcome, sent } = await sendThrough(
		reconcilable,
		times(maxRetries.reconcilable + 1, refused),
	);
	expect(outcome).toEqual(refused);
	expect(sent).toBe(times(10, 'POST').join(' '));
});

it('repeats a question whose answer was lost, twenty times at most', async () => {
	const { outcome, retries } = await sendThrough(read, times(maxRetries.idempotent + 1, lost));
	expect({ outcome, retries }).toEqual({ outcome: lost, retries: 19 });
});

it('sends once what cannot be looked up, and says that the outcome is not known', async () => {
	const { outcome, found, sent } = await sendThrough(unsafe, [lost]);
	expect({ outcome, found, sent }).toEqual({ outcome: lost, found: undefined, sent: 'POST' });
});

it('takes what the look-up after a lost answer finds', async () => {
	const { outcome, found, retries, sent, pauses } = await sendThrough(reconcilable, [lost, ok]);
	expect({ outcome, found, retries, sent }).toEqual({
		outcome: lost,
		found: ok,
		retries: 0,
		sent: 'POST GET',
	});
	expect(pauses).toEqual([1]);
});

it('looks up with the request that was meant for it', async () => {
	const requests: CashfreeRequest[] = [];
	const answer = script(lost, ok);
	await sendWithRetry(reconcilable, {
		sendOnce: async (request) => {
			requests.push(request);
			return await answer();
		},
		wait: async () => {},
		isCircuitOpen: () => false,
	});
	expect(requests).toEqual([reconcilable, lookUp]);
});

it('sends again only what Cashfree twice says does not exist', async () => {
	const { outcome, retries, sent, pauses } = await sendThrough(reconcilable, [
		lost,
		missing,
		missing,
		ok,
	]);
	expect({ outcome, retries, sent }).toEqual({
		outcome: ok,
		retries: 1,
		sent: 'POST GET GET POST',
	});
	expect(pauses).toEqual([1, 1]);
});

it('takes what appears between the two look-ups', async () => {
	const { found, sent } = await sendThrough(reconcilable, [lost, missing, ok]);
	expect({ found, sent }).toEqual({ found: ok, sent: 'POST GET GET' });
});

it('leaves it unknown where the second look-up is lost', async () => {
	const outcomes = [lost, missing, ...times(maxRetries.idempotent + 1, { ...lost, status: 502 })];
	const { outcome, found, retries } = await sendThrough(reconcilable, outcomes);
	expect({ outcome, found, retries }).toEqual({ outcome: lost, found: undefined, retries: 0 });
});

it('leaves it unknown where the look-up stays without an answer', async () => {
	const unread: RequestOutcome = { state: 'unknown', reason: 'html', status: 502 };
	const { outcome, sent } = await sendThrough(reconcilable, [lost, ...times(20, unread)]);
	expect(outcome).toEqual(lost);
	expect(sent).toBe(`POST ${times(20, 'GET').join(' ')}`);
});

it('sends again only what is not down, and asks whether it is by the kind of the request', async () => {
	const asked: string[] = [];
	const outcomes = [lost, missing, lost, missing];
	const { outcome, sent } = await sendThrough(reconcilable, outcomes, (safety) => {
		asked.push(safety);
		return safety === 'reconcilable';
	});
	expect(outcome).toMatchObject({ state: 'not_sent', code: ownCodes.notCreated });
	expect(sent).toBe('POST GET GET GET');
	expect(asked).toEqual(['reconcilable', 'idempotent', 'idempotent', 'idempotent']);
});

it('asks once only where Cashfree answers nobody any more', async () => {
	const { outcome, sent } = await sendThrough(reconcilable, [lost, lost], () => true);
	expect({ outcome, sent }).toEqual({ outcome: lost, sent: 'POST GET' });
});

it('says that nothing was created where each try was lost, and what the last one met', async () => {
	const failing: RequestOutcome = {
		state: 'unknown',
		reason: 'server',
		status: 500,
		body: { code: 'x' },
	};
	const outcomes = times(maxRetries.reconcilable + 1, [failing, missing, missing]).flat();
	const { outcome, retries, pauses } = await sendThrough(reconcilable, outcomes);
	expect(outcome).toEqual({
		state: 'not_sent',
		code: ownCodes.notCreated,
		status: 500,
		body: { code: 'x' },
	});
	expect(retries).toBe(9);
	expect(pauses).toEqual(times(10, 1).flatMap((one, index) => [index + 1, one]));
});

describe('an answer that it exists', () => {
	it('leads to what exists, without a pause', async () => {
		const { outcome, found, pauses } = await sendThrough(reconcilable, [exists, ok]);
		expect({ outcome, found, pauses }).toEqual({ outcome: exists, found: ok, pauses: [] });
	});
	it('ends it where what exists is not wanted', async () => {
		const { outcome, sent } = await sendThrough(reconcilableNew, [exists]);
		expect({ outcome, sent }).toEqual({ outcome: exists, sent: 'POST' });
	});
	it('ends it, too, after a try that was not sent', async () => {
		const { outcome, found, sent } = await sendThrough(reconcilableNew, [refused, exists]);
		expect({ outcome, found, sent }).toEqual({
			outcome: exists,
			found: undefined,
			sent: 'POST POST',
		});
	});
	it('leads to what an earlier try may have created', async () => {
		const outcomes = [lost, missing, missing, exists, ok];
		const { found, retries, sent } = await sendThrough(reconcilableNew, outcomes);
		expect({ found, retries, sent }).toEqual({
			found: ok,
			retries: 1,
			sent: 'POST GET GET POST GET',
		});
	});
	it('stands where the look-up finds nothing', async () => {
		const { outcome, found, sent } = await sendThrough(reconcilable, [exists, missing, missing]);
		expect({ outcome, found, sent }).toEqual({
			outcome: exists,
			found: undefined,
			sent: 'POST GET GET',
		});
	});
	it('stands where the look-up is refused', async () => {
		const { outcome, found } = await sendThrough(reconcilable, [exists, answered(401)]);
		expect({ outcome, found }).toEqual({ outcome: exists, found: undefined });
	});
});

describe('a try that got no answer', () => {
	const limit = refusal();
	const invalid = answered(400, { code: 'email_value_invalid', message: 'email is invalid' });
	const notMade: RequestOutcome = {
		state: 'not_sent',
		code: '',
		error: new NodeOperationError(node, 'No key'),
	};
	const { proxy, rateLimit, stopped } = ownCodes;
	const ownEnds = [proxy, rateLimit, stopped].map(
		(code): RequestOutcome => ({ state: 'not_sent', code }),
	);
	const certificate: RequestOutcome = { state: 'not_sent', code: 'CERT_HAS_EXPIRED' };
	const refusedLater = ({ status, headers, body }: Answer): RequestOutcome => ({
		state: 'unknown',
		reason: 'refused_later',
		status,
		headers,
		body,
	});

	it.each<[string, CashfreeRequest, RequestOutcome[], RequestOutcome]>([
		['nothing more could be sent', change, times(maxRetries.idempotent, refused), lost],
		['nothing more could be asked', read, times(maxRetries.idempotent, refused), lost],
		['the certificate was refused', change, [certificate], lost],
		...[...ownEnds, notMade].map(
			(outcome): [string, CashfreeRequest, RequestOutcome[], RequestOutcome] => [
				`nothing more was sent: ${JSON.stringify(outcome)}`,
				change,
				[outcome],
				lost,
			],
		),
		['the limit refused the next one', change, [limit], refusedLater(limit)],
		['the limit refused the next question', read, [limit], refusedLater(limit)],
		['the change was refused', change, [invalid], refusedLater(invalid)],
		['the keys were refused', change, [refused, answered(401)], refusedLater(answered(401))],
		['the look-up could not be made', reconcilable, [notMade], lost],
		['the look-up was not sent', reconcilable, times(maxRetries.idempotent + 1, refused), lost],
		['the limit refused the look-up', reconcilable, [limit], lost],
	])('leaves it unknown where %s', async (_, request, later, outcome) => {
		expect(await sendThrough(request, [lost, ...later])).toMatchObject({ outcome });
	});

	it.each<[string, CashfreeRequest, RequestOutcome[], RequestOutcome]>([
		['a change that succeeds', change, [ok], ok],
		['an answer to a question', read, [missing], missing],
		['a refusal of a question', read, [answered(401)], answered(401)],
		['two look-ups, and a refusal', reconcilable, [missing, missing, invalid], invalid],
		[
			'two look-ups, though nothing more could be sent',
			reconcilable,
			[missing, missing, ...times(maxRetries.reconcilable, refused)],
			refused,
		],
	])('is settled by %s', async (_, request, later, outcome) => {
		expect(await sendThrough(request, [lost, ...later])).toMatchObject({ outcome });
	});

	it('is in question again where it exists all at once, but is not to be seen', async () => {
		const outcomes = [lost, missing, missing, exists, answered(403)];
		expect(await sendThrough(reconcilable, outcomes)).toMatchObject({
			outcome: refusedLater(exists),
		});
	});

	it('decides the outcome, whatever came before and after', async () => {
		const outcomes = fc.array(
			fc.constantFrom<RequestOutcome>(lost, refused, certificate, limit, invalid, ok),
		);
		await fc.assert(
			fc.asyncProperty(outcomes, fc.constantFrom(change, read, unsafe), async (given, request) => {
				const { outcome, retries } = await sendThrough(request, [...given, ok]);
				const outcomes = [...given, ok].slice(0, retries + 1).map(({ state }) => state);
				const wasLost = outcomes.includes('unknown');
				if (outcome.state === 'not_sent') expect(new Set(outcomes)).toEqual(new Set(['not_sent']));
				if (outcome.state === 'unknown') expect(wasLost).toBe(true);
				if (request === change && wasLost && outcome.state !== 'unknown') expect(outcome).toBe(ok);
			}),
			{ seed: 4 },
		);
	});
});
