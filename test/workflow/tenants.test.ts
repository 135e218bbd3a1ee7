import { ExternalSecretsProxy } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import { credentialFor, startCashfree } from '../support/cashfreeWorkflow';
import { hasten } from '../support/hasten';
import { Container } from '../support/n8nRuntime';
import { byPhone, useCashfree } from '../support/vkyc';

hasten(20);

// Two tenants, each with an account of its own at a server of its own, which knows its own keys only.
const { cashfree: north, run } = useCashfree();
const south = {} as Awaited<ReturnType<typeof startCashfree>>;
beforeAll(async () => void Object.assign(south, await startCashfree()));
beforeEach(() => south.reset());
afterAll(async () => await south.close());

/** A credential whose fields are expressions over the item. */
const credential = Object.fromEntries(
	['baseUrl', 'clientId', 'clientSecret', 'publicKey'].map((name) => [
		name,
		`={{ $json.keys.${name} }}`,
	]),
);

const leadsOf = (...tenants: Array<typeof north>): IDataObject[] =>
	tenants.map((tenant, number) => ({
		id: `kyc-${number}`,
		phone: `998877665${number}`,
		keys: credentialFor(tenant),
	}));

const sentTo = ({ requests }: typeof north) =>
	requests.map(({ operation, signed, status, body }) => ({
		operation,
		signed,
		status,
		id: (body as IDataObject | undefined)?.verification_id,
	}));
const created = (id: string) => [
	{ operation: 'POST /user', signed: true, status: 200 },
	{ operation: 'POST /vkyc', signed: true, status: 200, id },
];

it('each item is sent with its own keys, to its own account', async () => {
	const options = { maxConcurrentItems: 1 };
	const items = leadsOf(north, south, north);
	const { json } = await run({ ...byPhone, options }, { items, credential });
	expect(json).toMatchObject(items.map(({ id }) => ({ verification_id: id })));
	expect(sentTo(north)).toMatchObject([...created('kyc-0'), ...created('kyc-2')]);
	expect(sentTo(south)).toMatchObject(created('kyc-1'));
});

it('a look-up has the keys of its item, too', async () => {
	for (const tenant of [north, south]) {
		tenant.faults.queue('take-then-cut', { on: 'POST /user' });
		tenant.faults.queue('take-then-cut', { on: 'POST /vkyc' });
	}
	const { json } = await run(byPhone, { items: leadsOf(north, south), credential });
	expect(json).toMatchObject([{ verification_id: 'kyc-0' }, { verification_id: 'kyc-1' }]);
	for (const { requests } of [north, south]) {
		const lookUps = requests.filter(({ operation }) => operation.startsWith('GET'));
		expect(lookUps).toMatchObject([
			{ operation: 'GET /user', signed: true, status: 200 },
			{ operation: 'GET /vkyc', signed: true, status: 200 },
		]);
	}
});

it('the same ID in two accounts names two things', async () => {
	const [one, other] = leadsOf(north, south);
	const items = [one!, { ...other, id: one!.id }];
	const { json } = await run(byPhone, { items, credential });
	expect(json).toMatchObject([
		{ verification_id: 'kyc-0', user: { phone: expect.stringContaining('9988776650') } },
		{ verification_id: 'kyc-0', user: { phone: expect.stringContaining('9988776651') } },
	]);
});

it('the rate limit of one account does not hold up the other', async () => {
	const headers = { 'retry-after': '3600' };
	north.faults.queue('429', { on: 'POST /user', times: 9, headers });
	const options = { maxRateLimitWait: 0 };
	const { json } = await run(
		{ ...byPhone, options },
		{ items: leadsOf(north, south), credential, onError: 'continueRegularOutput' },
	);
	expect(json).toMatchObject([{ error: { http_status: 429 } }, { verification_id: 'kyc-1' }]);
});

it('an item whose credential cannot be read or used fails by itself, and names the item', async () => {
	const [good, broken, empty] = leadsOf(north, north, north);
	const items = [
		good!,
		{ ...broken, keys: 'lost' },
		{ ...empty, keys: { ...credentialFor(north), clientSecret: ' ' } },
	];
	const withCast = {
		...credential,
		clientId: "={{ $json.keys === 'lost' ? $('Vault').item : $json.keys.clientId }}",
	};
	const onError = 'continueRegularOutput';
	const { json } = await run(byPhone, { items, credential: withCast, onError });
	expect(json).toMatchObject([
		{ verification_id: 'kyc-0' },
		{
			error: {
				code: 'invalid_credential',
				outcome: 'not_sent',
				message: 'The credential cannot be read for this item [item 1]',
			},
		},
		{
			error: {
				code: 'invalid_credential',
				outcome: 'not_sent',
				message: expect.stringMatching(/'Client Secret' is empty.* \[item 2\]$/),
			},
		},
	]);
});

it('secrets from a vault, which n8n resolves, are sent with each item', async () => {
	const vault = {
		getSecret: () => north.clientSecret,
		hasSecret: () => true,
		hasProvider: () => true,
	};
	const proxy = Container.get(ExternalSecretsProxy);
	proxy.setManager({
		...vault,
		getProviderNames: () => ['vault'],
		getSecretNames: () => ['north'],
	});
	const credential = { clientSecret: '={{ $secrets.vault.north }}' };
	const { json } = await run(byPhone, { items: leadsOf(north, north), credential });
	expect(json).toMatchObject([{ verification_id: 'kyc-0' }, { verification_id: 'kyc-1' }]);
});
