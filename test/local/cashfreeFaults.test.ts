import type { Kind } from '../../local/cashfree/faultList';
import { Faults } from '../../local/cashfree/faults';
import { call, eventually, failureOf } from '../support/cashfreeClient';
import { useLocalCashfree } from '../support/localCashfree';

const cashfree = useLocalCashfree({ twoFactor: 'ipWhitelist' });
beforeEach(async () => {
	await call(cashfree, 'POST /user', { phone: '9988776655', user_id: 'user-1' });
});

const initiate = async (id = 'v-1') =>
	await call(cashfree, 'POST /vkyc', { verification_id: id, user_id: 'user-1' });
const strike = (kind: Kind, details = {}) => {
	cashfree.faults.queue(kind, { on: 'POST /vkyc', ...details });
};
const expectLogged = (fault: Kind, processed: boolean, status: number | null) => {
	expect(cashfree.requests.at(-1)).toMatchObject({ fault, processed, status });
	expect(cashfree.verifications.has('v-1')).toBe(processed);
};

it('reset-before-reading: drops the connection and does nothing', async () => {
	strike('reset-before-reading');
	expect(await failureOf(initiate())).toBe('ECONNRESET');
	expectLogged('reset-before-reading', false, null);
});

it('take-then-cut: does what was asked and drops the connection', async () => {
	strike('take-then-cut');
	expect(await failureOf(initiate())).toBe('ECONNRESET');
	expectLogged('take-then-cut', true, null);
});

it('hang: does nothing and never answers', async () => {
	strike('hang', { ms: 50 });
	expect(await failureOf(initiate())).toBe('ECONNRESET');
	expectLogged('hang', false, null);
});

it('take-then-hang: does what was asked and never answers', async () => {
	strike('take-then-hang', { ms: 50 });
	expect(await failureOf(initiate())).toBe('ECONNRESET');
	expectLogged('take-then-hang', true, null);
});

it('half-body: does what was asked and cuts the answer in half', async () => {
	strike('half-body');
	expect(await failureOf(initiate())).toBe('ERR_BAD_RESPONSE');
	expectLogged('half-body', true, 200);
});

it.each([
	['take-then-500', true, 500, { code: 'verification_failed', message: 'something went wrong' }],
	['take-then-html', true, 502, '<html>'],
	['empty-body', true, 200, ''],
	['429', false, 429, { code: 'too_many_requests_per_operation' }],
	['html-before', false, 502, '<html>'],
	['redirect', false, 302, ''],
] as const)('%s: processed %s, answers %i', async (kind, processed, status, body) => {
	strike(kind);
	const answer = await initiate();
	expect(answer.status).toBe(status);
	if (typeof body === 'string') expect(answer.data).toContain(body);
	else expect(answer.data).toMatchObject(body);
	expectLogged(kind, processed, status);
});

it('slow: answers in full, later', async () => {
	strike('slow', { ms: 20 });
	expect((await initiate()).data.verification_id).toBe('v-1');
	expectLogged('slow', true, 200);
});

it('429: can carry headers', async () => {
	strike('429', { headers: { 'Retry-After': '7' } });
	expect((await initiate()).headers).toMatchObject({ 'retry-after': '7' });
});

it('redirect: leaves a trace when somebody follows it', async () => {
	strike('redirect');
	const { headers } = await initiate();
	await fetch(headers.location);
	expect(cashfree.requests.at(-1)).toMatchObject({ path: '/_local/elsewhere', status: 200 });
});

it('refuse: answers, then does not listen for a time, then listens again', async () => {
	strike('refuse', { ms: 1500 });
	expect((await initiate()).status).toBe(200);
	expectLogged('refuse', true, 200);
	expect(await failureOf(initiate('v-2'))).toBe('ECONNREFUSED');
	expect((await eventually(async () => await initiate('v-2'))).status).toBe(200);
}, 10_000);

it('strikes only the calls it is meant for, as often as told, in the order of the list', async () => {
	strike('take-then-500', { match: { verification_id: 'v-2' } });
	strike('html-before', { times: 2 });
	const statuses = [];
	for (const id of ['v-1', 'v-2', 'v-3', 'v-4']) statuses.push((await initiate(id)).status);
	expect(statuses).toEqual([502, 500, 502, 200]);
});

it('says which kinds there are when told one that is not', () => {
	expect(() => strike('flood' as Kind)).toThrow(/No fault is called "flood".*take-then-cut/);
});

describe('a plan', () => {
	const seed = Date.now() % 2 ** 31;
	const rules = [
		{ on: 'POST /vkyc', kind: 'take-then-cut' as const, probability: 0.05 },
		{ on: 'POST /vkyc', kind: '429' as const, probability: 0.05 },
		{ kind: 'html-before' as const, probability: 0.05 },
	];
	const draws = (ids: string[], operation = 'POST /vkyc') => {
		const faults = new Faults(1);
		faults.plan({ seed, rules });
		return Object.fromEntries(
			ids.map((id) => [id, faults.take({ operation, fields: { verification_id: id } })?.kind]),
		);
	};
	const ids = Array.from({ length: 20_000 }, (_, index) => `v-${index}`);

	it(`draws the same for the same seed, whatever the order of the IDs (seed ${seed})`, () => {
		expect(draws(ids.toReversed())).toEqual(draws(ids));
	});

	it(`strikes about as often as the probabilities say (seed ${seed})`, () => {
		const kinds = Object.values(draws(ids));
		for (const { kind } of rules) {
			const share = kinds.filter((drawn) => drawn === kind).length / kinds.length;
			expect(Math.abs(share - 0.05)).toBeLessThan(0.01);
		}
	});

	it(`leaves other operations to their own rules (seed ${seed})`, () => {
		expect(new Set(Object.values(draws(ids, 'GET /vkyc')))).toEqual(
			new Set([undefined, 'html-before']),
		);
	});

	it(`draws anew when the same call is repeated (seed ${seed})`, () => {
		const faults = new Faults(seed);
		faults.plan({ rules: [{ kind: 'hang', probability: 0.5 }] });
		const call = { operation: 'POST /vkyc', fields: { verification_id: 'v-1' } };
		const struck = Array.from({ length: 100 }, () => faults.take(call) !== undefined);
		expect(new Set(struck)).toEqual(new Set([true, false]));
	});
});
