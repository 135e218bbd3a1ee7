import fc from 'fast-check';
import { NodeOperationError } from 'n8n-workflow';
import { ownCodes } from '../../../../nodes/CashfreeVkyc/transport/attempt';
import type {
	Answer,
	Attempt,
	CashfreeRequest,
} from '../../../../nodes/CashfreeVkyc/transport/attempt';
import { maxTries } from '../../../../nodes/CashfreeVkyc/transport/decide';
import { deliver } from '../../../../nodes/CashfreeVkyc/transport/deliver';
import type { Means } from '../../../../nodes/CashfreeVkyc/transport/deliver';
import { node } from '../../../support/scripted-context';
import {
	answered,
	change,
	exists,
	findable,
	findableNew,
	lookUp,
	lost,
	missing,
	ok,
	read,
	refusal,
	refused,
	script,
	single,
} from './attempts';

/** Delivers a request that meets these ends; `sent` tells which request went out each time. */
async function deliverThrough(
	request: CashfreeRequest,
	ends: Attempt[],
	isDown: Means['isDown'] = () => false,
) {
	const answer = script(...ends);
	const sent: string[] = [];
	const pauses: number[] = [];
	const delivery = await deliver(request, {
		send: async ({ method }) => {
			sent.push(method);
			return await answer();
		},
		pause: async (tries) => void pauses.push(tries),
		isDown,
	});
	return { ...delivery, sent: sent.join(' '), pauses };
}

const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);

it('ends with the first answer', async () => {
	const { end, found, tries, sent, pauses } = await deliverThrough(findable, [ok]);
	expect({ end, found, tries, sent, pauses }).toEqual({
		end: ok,
		found: undefined,
		tries: 1,
		sent: 'POST',
		pauses: [],
	});
});

it('repeats what was not sent, with a longer pause each time', async () => {
	const { end, tries, pauses } = await deliverThrough(single, [refused, refused, ok]);
	expect({ end, tries, pauses }).toEqual({ end: ok, tries: 3, pauses: [1, 2] });
});

it('gives up what cannot be sent', async () => {
	const { end, sent } = await deliverThrough(findable, times(maxTries.findable, refused));
	expect(end).toEqual(refused);
	expect(sent).toBe(times(10, 'POST').join(' '));
});

it('repeats a question whose answer was lost, twenty times at most', async () => {
	const { end, tries } = await deliverThrough(read, times(maxTries.repeatable, lost));
	expect({ end, tries }).toEqual({ end: lost, tries: 20 });
});

it('sends once what cannot be looked up, and says that the outcome is not known', async () => {
	const { end, found, sent } = await deliverThrough(single, [lost]);
	expect({ end, found, sent }).toEqual({ end: lost, found: undefined, sent: 'POST' });
});

it('takes what the look-up after a lost answer finds', async () => {
	const { end, found, tries, sent, pauses } = await deliverThrough(findable, [lost, ok]);
	expect({ end, found, tries, sent }).toEqual({ end: lost, found: ok, tries: 1, sent: 'POST GET' });
	expect(pauses).toEqual([1]);
});

it('looks up with the request that was meant for it', async () => {
	const requests: CashfreeRequest[] = [];
	const answer = script(lost, ok);
	await deliver(findable, {
		send: async (request) => {
			requests.push(request);
			return await answer();
		},
		pause: async () => {},
		isDown: () => false,
	});
	expect(requests).toEqual([findable, lookUp]);
});

it('sends again only what Cashfree twice says does not exist', async () => {
	const { end, tries, sent, pauses } = await deliverThrough(findable, [lost, missing, missing, ok]);
	expect({ end, tries, sent }).toEqual({ end: ok, tries: 2, sent: 'POST GET GET POST' });
	expect(pauses).toEqual([1, 1]);
});

it('takes what appears between the two look-ups', async () => {
	const { found, sent } = await deliverThrough(findable, [lost, missing, ok]);
	expect({ found, sent }).toEqual({ found: ok, sent: 'POST GET GET' });
});

it('leaves it unknown where the second look-up is lost', async () => {
	const ends = [lost, missing, ...times(maxTries.repeatable, { ...lost, status: 502 })];
	const { end, found, tries } = await deliverThrough(findable, ends);
	expect({ end, found, tries }).toEqual({ end: lost, found: undefined, tries: 1 });
});

it('leaves it unknown where the look-up stays without an answer', async () => {
	const unread: Attempt = { outcome: 'unknown', reason: 'html', status: 502 };
	const { end, sent } = await deliverThrough(findable, [lost, ...times(20, unread)]);
	expect(end).toEqual(lost);
	expect(sent).toBe(`POST ${times(20, 'GET').join(' ')}`);
});

it('sends again only what is not down, and asks whether it is by the kind of the request', async () => {
	const asked: string[] = [];
	const ends = [lost, missing, lost, missing];
	const { end, sent } = await deliverThrough(findable, ends, (kind) => {
		asked.push(kind);
		return kind === 'findable';
	});
	expect(end).toMatchObject({ outcome: 'not sent', code: ownCodes.notCreated });
	expect(sent).toBe('POST GET GET GET');
	expect(asked).toEqual(['findable', 'repeatable', 'repeatable', 'repeatable']);
});

it('asks once only where Cashfree answers nobody any more', async () => {
	const { end, sent } = await deliverThrough(findable, [lost, lost], () => true);
	expect({ end, sent }).toEqual({ end: lost, sent: 'POST GET' });
});

it('says that nothing was created where each try was lost, and what the last one met', async () => {
	const failing: Attempt = {
		outcome: 'unknown',
		reason: 'server',
		status: 500,
		body: { code: 'x' },
	};
	const ends = times(maxTries.findable, [failing, missing, missing]).flat();
	const { end, tries, pauses } = await deliverThrough(findable, ends);
	expect(end).toEqual({
		outcome: 'not sent',
		code: ownCodes.notCreated,
		status: 500,
		body: { code: 'x' },
	});
	expect(tries).toBe(10);
	expect(pauses).toEqual(times(10, 1).flatMap((one, index) => [index + 1, one]));
});

describe('an answer that it exists', () => {
	it('leads to what exists, without a pause', async () => {
		const { end, found, pauses } = await deliverThrough(findable, [exists, ok]);
		expect({ end, found, pauses }).toEqual({ end: exists, found: ok, pauses: [] });
	});
	it('ends it where what exists is not wanted', async () => {
		const { end, sent } = await deliverThrough(findableNew, [exists]);
		expect({ end, sent }).toEqual({ end: exists, sent: 'POST' });
	});
	it('ends it, too, after a try that was not sent', async () => {
		const { end, found, sent } = await deliverThrough(findableNew, [refused, exists]);
		expect({ end, found, sent }).toEqual({ end: exists, found: undefined, sent: 'POST POST' });
	});
	it('leads to what an earlier try may have created', async () => {
		const ends = [lost, missing, missing, exists, ok];
		const { found, tries, sent } = await deliverThrough(findableNew, ends);
		expect({ found, tries, sent }).toEqual({ found: ok, tries: 2, sent: 'POST GET GET POST GET' });
	});
	it('stands where the look-up finds nothing', async () => {
		const { end, found, sent } = await deliverThrough(findable, [exists, missing, missing]);
		expect({ end, found, sent }).toEqual({ end: exists, found: undefined, sent: 'POST GET GET' });
	});
	it('stands where the look-up is refused', async () => {
		const { end, found } = await deliverThrough(findable, [exists, answered(401)]);
		expect({ end, found }).toEqual({ end: exists, found: undefined });
	});
});

describe('a try that got no answer', () => {
	const limit = refusal();
	const invalid = answered(400, { code: 'email_value_invalid', message: 'email is invalid' });
	const notMade: Attempt = {
		outcome: 'not sent',
		code: '',
		fault: new NodeOperationError(node, 'No key'),
	};
	const { proxy, rateLimit, stopped } = ownCodes;
	const ownEnds = [proxy, rateLimit, stopped].map(
		(code): Attempt => ({ outcome: 'not sent', code }),
	);
	const certificate: Attempt = { outcome: 'not sent', code: 'CERT_HAS_EXPIRED' };
	const refusedLater = ({ status, headers, body }: Answer): Attempt => ({
		outcome: 'unknown',
		reason: 'refused later',
		status,
		headers,
		body,
	});

	it.each<[string, CashfreeRequest, Attempt[], Attempt]>([
		['nothing more could be sent', change, times(maxTries.repeatable - 1, refused), lost],
		['nothing more could be asked', read, times(maxTries.repeatable - 1, refused), lost],
		['the certificate was refused', change, [certificate], lost],
		...[...ownEnds, notMade].map((end): [string, CashfreeRequest, Attempt[], Attempt] => [
			`nothing more was sent: ${JSON.stringify(end)}`,
			change,
			[end],
			lost,
		]),
		['the limit refused the next one', change, [limit], refusedLater(limit)],
		['the limit refused the next question', read, [limit], refusedLater(limit)],
		['the change was refused', change, [invalid], refusedLater(invalid)],
		['the keys were refused', change, [refused, answered(401)], refusedLater(answered(401))],
		['the look-up could not be made', findable, [notMade], lost],
		['the look-up was not sent', findable, times(maxTries.repeatable, refused), lost],
		['the limit refused the look-up', findable, [limit], lost],
	])('leaves it unknown where %s', async (_, request, later, end) => {
		expect(await deliverThrough(request, [lost, ...later])).toMatchObject({ end });
	});

	it.each<[string, CashfreeRequest, Attempt[], Attempt]>([
		['a change that succeeds', change, [ok], ok],
		['an answer to a question', read, [missing], missing],
		['a refusal of a question', read, [answered(401)], answered(401)],
		['two look-ups, and a refusal', findable, [missing, missing, invalid], invalid],
		[
			'two look-ups, though nothing more could be sent',
			findable,
			[missing, missing, ...times(maxTries.findable - 1, refused)],
			refused,
		],
	])('is settled by %s', async (_, request, later, end) => {
		expect(await deliverThrough(request, [lost, ...later])).toMatchObject({ end });
	});

	it('is in question again where it exists all at once, but is not to be seen', async () => {
		const ends = [lost, missing, missing, exists, answered(403)];
		expect(await deliverThrough(findable, ends)).toMatchObject({ end: refusedLater(exists) });
	});

	it('decides the outcome, whatever came before and after', async () => {
		const ends = fc.array(fc.constantFrom<Attempt>(lost, refused, certificate, limit, invalid, ok));
		await fc.assert(
			fc.asyncProperty(ends, fc.constantFrom(change, read, single), async (given, request) => {
				const { end, tries } = await deliverThrough(request, [...given, ok]);
				const outcomes = [...given, ok].slice(0, tries).map(({ outcome }) => outcome);
				const wasLost = outcomes.includes('unknown');
				if (end.outcome === 'not sent') expect(new Set(outcomes)).toEqual(new Set(['not sent']));
				if (end.outcome === 'unknown') expect(wasLost).toBe(true);
				if (request === change && wasLost && end.outcome !== 'unknown') expect(end).toBe(ok);
			}),
			{ seed: 4 },
		);
	});
});
