import type { IDataObject } from 'n8n-workflow';
import { hasten } from '../support/hasten';
import { startCountingServer } from '../support/oddServers';
import { byUserId, useCashfree } from '../support/vkyc';

const now = hasten(100);
// hastened signatures would soon be out of date
const {
	cashfree,
	run: runWith,
	operations,
	createUsers,
} = useCashfree({
	now,
	twoFactor: 'ipWhitelist',
});

/** Waits for an answer for 36 seconds on the wall, so that a slow machine loses none. */
async function run({ options, ...parameters }: IDataObject, more: Parameters<typeof runWith>[1]) {
	const patient = { timeout: 3600, ...(options as IDataObject) };
	return await runWith({ ...parameters, options: patient }, more);
}

const leads = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `kyc-${index}`, user: 'lead-1' }));
const idsOf = (items: Array<{ id: string }>) => items.map(({ id }) => id);
const minute = 60_000;
const statuses = () => cashfree.requests.map(({ status }) => status);
const messages = ({ hints }: Awaited<ReturnType<typeof run>>) =>
	hints('Cashfree VKYC').map(({ message }) => message);

beforeEach(async () => void (await createUsers('lead-1')));

it.each([
	['that tells all about itself', {}],
	['that tells when to retry only', { headers: false, retryAfter: true }],
	['that tells nothing', { headers: false }],
])('sixty items get through a limit of twenty in four minutes %s', async (_, changes) => {
	// so long that a slow machine reaches the limit, too
	cashfree.set({ limits: { limit: 20, windowMs: 4 * minute, ...changes } });
	const items = leads(60);
	const options = { maxConcurrentItems: 25 };

	const result = await run({ ...byUserId, options }, { items });

	expect(result.json.map(({ verification_id: id }) => id)).toEqual(idsOf(items));
	expect(cashfree.verifications.size).toBe(60);
	expect(cashfree.notifications).toHaveLength(120);
	expect(messages(result)).toContainEqual(
		expect.stringMatching(/^\d+ items waited for the rate limit of your Cashfree account$/),
	);
});

it('pauses before the limit is reached, as the headers foretell it', async () => {
	cashfree.set({ limits: { limit: 10, windowMs: minute } });
	const items = leads(30);
	await run({ ...byUserId, options: { maxConcurrentItems: 1 } }, { items });
	expect(statuses()).toEqual(items.map(() => 200));
});

it('waits as long as a single refusal asks for', async () => {
	cashfree.faults.queue('429', { on: 'POST /vkyc', headers: { 'retry-after': '30' } });
	const result = await run(byUserId, { items: leads(1) });
	expect(statuses()).toEqual([429, 200]);
	const [refused, sent] = cashfree.requests;
	expect(sent!.at - refused!.at).toBeGreaterThanOrEqual(30_000);
	expect(messages(result)).toContain('One item waited for the rate limit of your Cashfree account');
});

it('takes a refusal for the rate limit for one, also without a word of Cashfree', async () => {
	cashfree.answerNext({ status: 429, type: '', code: '', message: '' }, { on: 'POST /vkyc' });
	const { json } = await run(byUserId, { items: leads(1) });
	expect(json).toHaveLength(1);
	expect(operations()).toEqual(['POST /vkyc', 'POST /vkyc']);
});

it('gives an item up after as many refusals as told, and says what to do', async () => {
	cashfree.answerNext('too_many_requests_per_ip', { times: 99 });
	const options = { maxRateLimitRetries: 2 };
	const onError = 'continueRegularOutput';
	const { json } = await run({ ...byUserId, options }, { items: leads(1), onError });
	expect(json).toMatchObject([
		{
			error: {
				message: expect.stringMatching(/^Your Cashfree account reached its rate limit/),
				code: 'too_many_requests_per_ip',
				outcome: 'answered',
			},
		},
	]);
	expect(statuses()).toEqual([429, 429, 429]);
});

it('gives up after as many minutes without progress as told', async () => {
	cashfree.faults.queue('429', { times: 99, headers: { 'retry-after': '50' } });
	const options = { maxRateLimitWait: 2 };
	const onError = 'continueRegularOutput';
	const { json } = await run({ ...byUserId, options }, { items: leads(3), onError });
	expect(json).toMatchObject(Array(3).fill({ error: { http_status: 429 } }));
	const times = cashfree.requests.map(({ at }) => at);
	expect(times.at(-1)! - times[0]!).toBeGreaterThan(minute);
	expect(times.at(-1)! - times[0]!).toBeLessThan(10 * minute);
});

it.each([
	['a long wait', { headers: { 'retry-after': '3600' } }, {}],
	['many refusals', {}, { maxRateLimitRetries: 2 }],
])('sends nothing more for any item once it has given up for %s', async (_, fault, options) => {
	cashfree.faults.queue('429', { times: 999, ...fault });
	const onError = 'continueRegularOutput';
	const { json } = await run({ ...byUserId, options }, { items: leads(300), onError });
	const ends = json.map(({ error }) => error as IDataObject);
	const refused = ends.filter(({ code }) => code === 'too_many_requests_per_operation');
	const givenUp = ends.filter(({ code }) => code === 'rate_limit');
	expect(operations().length).toBeLessThanOrEqual(30);
	expect(refused.length).toBeLessThanOrEqual(10);
	expect(refused.length + givenUp.length).toBe(300);
	expect(givenUp[0]).toMatchObject({
		outcome: 'not_sent',
		message: expect.stringMatching(/^Your Cashfree account reached its rate limit/),
	});
});

it.each([
	[1, 1],
	[7, 7],
	[undefined, 10],
])(
	'has no more than the told number of items before Cashfree (%p)',
	async (maxConcurrentItems, most) => {
		const server = await startCountingServer(15);
		const getStatus = {
			resource: 'videoKyc',
			operation: 'getStatus',
			identifyVerificationBy: 'verificationId',
			verificationId: '={{ $json.id }}',
			options: maxConcurrentItems === undefined ? {} : { maxConcurrentItems },
		};
		const credential = { baseUrl: server.url };
		const { json } = await run(getStatus, { items: leads(40), credential });
		expect(json).toHaveLength(40);
		expect(server.counted).toEqual({ requests: 40, underWay: 0, peak: most });
		await server.close();
	},
);
