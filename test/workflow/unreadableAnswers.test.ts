import { hasten } from '../support/hasten';
import { startRawServer } from '../support/rawServer';
import { byReference, byUserId, useCashfree } from '../support/vkyc';

hasten(10);
const { cashfree, run, operations, createUsers } = useCashfree();

const json = { 'content-type': 'application/json' };
const page = '<html><body>502 Bad Gateway</body></html>';
const items = [{ id: 'kyc-1', user: 'lead-1', reference: 11000 }];

type RawServer = Awaited<ReturnType<typeof startRawServer>>;
const started: RawServer[] = [];

/** A server in Cashfree's place that always gives this answer. */
const answering = async (...answer: Parameters<typeof startRawServer>) => {
	const server = await startRawServer(...answer);
	started.push(server);
	return server;
};

afterAll(async () => await Promise.all(started.map(async (server) => await server.close())));

type Case = [name: string, answer: Parameters<typeof startRawServer>[0], message: string];

describe('an answer that is no JSON object', () => {
	const cases: Case[] = [
		[
			'a web page (HTTP 502)',
			{ status: 502, body: page },
			'A web page came back instead of the response from Cashfree (HTTP 502)',
		],
		[
			'a web page (HTTP 200)',
			{ status: 200, body: ` \n${page}` },
			'A web page came back instead of the response from Cashfree (HTTP 200)',
		],
		[
			'a web page (HTTP 403)',
			{ status: 403, body: page },
			'A web page came back instead of the response from Cashfree (HTTP 403)',
		],
		['nothing', { status: 200, headers: json }, 'Cashfree sent an empty response (HTTP 200)'],
		['nothing (HTTP 204)', { status: 204 }, 'Cashfree sent an empty response (HTTP 204)'],
		[
			'half of the JSON',
			{ status: 200, headers: json, body: '{"verification_id":"kyc-1","sta' },
			'The response from Cashfree is cut off or not JSON (HTTP 200)',
		],
		[
			'a plain text',
			{ status: 200, body: 'upstream connect timeout' },
			'The response from Cashfree is cut off or not JSON (HTTP 200)',
		],
		[
			'a list',
			{ status: 200, headers: json, body: '[1]' },
			'The response from Cashfree is cut off or not JSON (HTTP 200)',
		],
		[
			'null',
			{ status: 200, headers: json, body: 'null' },
			'The response from Cashfree is cut off or not JSON (HTTP 200)',
		],
		[
			'a half-sent body',
			{ status: 200, headers: { ...json, 'content-length': '99' }, body: '{"verification_id":' },
			'The connection to Cashfree was lost before its response arrived',
		],
	];
	const failed = new Map<string, Awaited<ReturnType<typeof run>>['error']>();

	beforeAll(async () => {
		await Promise.all(
			cases.map(async ([name, answer]) => {
				const credential = { baseUrl: (await answering(answer)).url };
				failed.set(name, (await run(byUserId, { items, credential })).error);
			}),
		);
	}, 30_000);

	it.each(cases)('has its own message: %s', (name, { status }, message) => {
		const error = failed.get(name);
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(error?.description).toContain('It is not known whether Cashfree acted');
		expect(error?.description).toContain("'Get Status'");
		expect(error?.context?.data).toMatchObject({ outcome: 'unknown' });
		if (message.includes('HTTP')) expect(error).toMatchObject({ httpCode: String(status) });
		expect(JSON.stringify(error)).not.toContain('Bad Gateway');
	});
});

describe('a redirect', () => {
	it.each([301, 302, 303, 307, 308])('is not followed (HTTP %d)', async (status) => {
		const elsewhere = await answering({ status: 200, headers: json, body: '{}' });
		const location = `${elsewhere.url}/vkyc`;
		const server = await answering({ status, headers: { location }, body: page });
		const credential = { baseUrl: server.url };
		const { error } = await run(byUserId, { items, credential });

		expect(error?.message).toBe(
			'The server answered with a redirect, which is not followed [item 0]',
		);
		expect(error?.description).toContain("'Base URL' in the credential");
		expect(error).toMatchObject({ httpCode: String(status) });
		expect(server.requests).toEqual(['POST /vkyc']);
		expect(elsewhere.requests).toEqual([]);
	});

	it('within Cashfree itself is not followed either', async () => {
		cashfree.faults.queue('redirect', { on: 'POST /vkyc' });
		const { error } = await run(byReference, { items });
		expect(error).toMatchObject({ httpCode: '302' });
		expect(operations()).toEqual(['POST /vkyc']);
	});
});

describe('a refusal of the keys', () => {
	it('is asked for once, not twice (HTTP 401)', async () => {
		const credential = { clientSecret: 'wrong-secret' };
		const { error } = await run(byUserId, { items, credential });
		expect(error).toMatchObject({ httpCode: '401' });
		expect(operations()).toEqual(['POST /vkyc']);
	});

	it('is asked for once where the answer is a question, too', async () => {
		const status = { resource: 'videoKyc', operation: 'getStatus', verificationId: 'kyc-1' };
		await run(status, { credential: { clientSecret: 'wrong-secret' } });
		expect(operations()).toEqual(['GET /vkyc']);
	});
});

it('a web page in place of the answer does not hide the link that was made', async () => {
	await createUsers('lead-1');
	cashfree.faults.queue('take-then-html', { on: 'POST /vkyc' });
	const result = await run(byUserId, { items });
	expect(operations()).toEqual(['POST /vkyc', 'GET /vkyc']);
	expect(result.json).toEqual([
		expect.objectContaining({ vkyc_link: cashfree.verifications.get('kyc-1')?.vkyc_link }),
	]);
	expect(cashfree.notifications).toHaveLength(2);
});
