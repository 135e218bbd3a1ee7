import type { IWebhookFunctions } from 'n8n-workflow';
import { recentSecrets } from '../../../nodes/CashfreeVkycTrigger/secrets';
import { linkGenerated, receive, signedHeaders } from './receive';
import { SECRET, verify } from './verify';

let triggers = 0;

/** A trigger whose credential can be changed, and how often n8n was asked for it. */
function triggerWith(clientSecret: string) {
	const node = { id: `trigger-${++triggers}`, credentials: { cashfreeSecureIdApi: { id: 'one' } } };
	const state = { clientSecret, fetched: 0, node };
	const context = {
		getNode: () => state.node,
		getWorkflow: () => ({ id: 'workflow' }),
		async getCredentials() {
			state.fetched++;
			if (state.clientSecret === 'gone') throw new RangeError('no such credential');
			return { clientSecret: state.clientSecret };
		},
	};
	const secretsAt = async (now: number, maxAge = 10_000) =>
		await recentSecrets(context as unknown as IWebhookFunctions, maxAge, now);
	return { state, secretsAt };
}

it('asks n8n once for what many deliveries need at the same moment', async () => {
	const { state, secretsAt } = triggerWith('secret-a');
	const all = await Promise.all(Array.from({ length: 20 }, async () => await secretsAt(0)));
	expect(all).toEqual(Array.from({ length: 20 }, () => ['secret-a']));
	expect(state.fetched).toBe(1);
});

it('asks again when what it knows is too old', async () => {
	const { state, secretsAt } = triggerWith('secret-a');
	await secretsAt(0);
	state.clientSecret = 'secret-b';
	expect(await secretsAt(10_000)).toEqual(['secret-a']);
	expect(await secretsAt(10_001)).toEqual(['secret-b']);
	expect(await secretsAt(10_002)).toEqual(['secret-b']);
	expect(state.fetched).toBe(2);
});

it('asks again for another node, and for another credential of the same one', async () => {
	const one = triggerWith('secret-a');
	const other = triggerWith('secret-b');
	expect([await one.secretsAt(0), await other.secretsAt(0)]).toEqual([['secret-a'], ['secret-b']]);
	one.state.clientSecret = 'secret-c';
	one.state.node = { ...one.state.node, credentials: { cashfreeSecureIdApi: { id: 'two' } } };
	expect(await one.secretsAt(1)).toEqual(['secret-c']);
});

it('does not remember that it could not be told', async () => {
	const { state, secretsAt } = triggerWith('gone');
	await expect(secretsAt(0)).rejects.toThrow('Choose a Cashfree Secure ID API credential');
	state.clientSecret = 'secret-a';
	expect(await secretsAt(1)).toEqual(['secret-a']);
});

describe('a client secret that was changed', () => {
	/** Verifies a genuine delivery `age` milliseconds after another secret was read. */
	async function verifiedAfter(age: number) {
		const { state, secretsAt } = triggerWith('the-old-one');
		await secretsAt(0);
		state.clientSecret = SECRET;
		const verdict = await verify({ secrets: async (maxAge) => await secretsAt(age, maxAge) });
		return { verdict, fetched: state.fetched };
	}

	it('is known one second later, since the old one does not fit', async () => {
		const { verdict, fetched } = await verifiedAfter(1001);
		expect(verdict).toEqual({ scheme: 'header' });
		expect(fetched).toBe(2);
	});

	it('is not asked for within that second, so that forged deliveries cost little', async () => {
		const { verdict, fetched } = await verifiedAfter(1000);
		expect(verdict).toEqual({ refusal: 'The signature does not match' });
		expect(fetched).toBe(1);
	});
});

describe("after n8n's server was set back by an hour", () => {
	afterEach(() => jest.restoreAllMocks());

	/** Delivers, signed with a secret, to a trigger whose credential has another or the same one. */
	async function deliver(signedWith: string, clientSecret: string) {
		const event = linkGenerated();
		const headers = signedHeaders(Buffer.from(JSON.stringify(event)), signedWith);
		const credentials = { cashfreeSecureIdApi: { clientId: 'id', clientSecret } };
		const options = { credentials, credentialId: 'set-back', request: { headers } };
		return (await receive(event, options)).response.status;
	}

	it('a secret that was taken out is refused, and the new one accepted', async () => {
		expect(await deliver('removed-secret', 'removed-secret')).toBe(200);
		const [stopwatch, clock] = [performance.now(), Date.now()];
		jest.spyOn(performance, 'now').mockReturnValue(stopwatch + 10_001);
		jest.spyOn(Date, 'now').mockReturnValue(clock - 3_600_000);
		expect(await deliver('removed-secret', 'new-secret')).toBe(401);
		expect(await deliver('new-secret', 'new-secret')).toBe(200);
	});
});
