import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Kind } from '../../local/cashfree/faultList';
import { call } from '../support/cashfreeClient';
import { useLocalCashfree } from '../support/localCashfree';

const cashfree = useLocalCashfree({ twoFactor: 'ipWhitelist' });
beforeEach(async () => {
	await call(cashfree, 'POST /user', { phone: '9988776655', user_id: 'user-1' });
	await call(cashfree, 'POST /vkyc', { verification_id: 'v-1', user_id: 'user-1' });
	cashfree.record('v-1', { size: 200_000 });
});

const link = async (): Promise<string> =>
	(await call(cashfree, 'GET /vkyc?verification_id=v-1')).data.recording_link;

/** Downloads with a fault, and gives what had arrived when the answer ended, and how it ended. */
async function download(kind: Kind, details: Partial<Fault> = {}, stopAfter = Infinity) {
	cashfree.faults.queue(kind, { on: 'GET /recording', ...details });
	const request = http.get(await link());
	// the parser finds fault with what comes after the content-length
	request.on('error', () => {});
	const [response] = (await once(request, 'response')) as [http.IncomingMessage];
	let bytes = 0;
	let end = 'whole';
	try {
		for await (const chunk of response) {
			bytes += chunk.length;
			if (bytes >= stopAfter) break;
		}
	} catch (error) {
		end = (error as NodeJS.ErrnoException).code ?? '';
	}
	return { status: response.statusCode, headers: response.headers, bytes, end };
}

const downloads = () => cashfree.recordings.list()[0];

it.each([
	['cut-body', { bytes: 70_000 }, 70_000],
	['cut-body', { bytes: 0 }, 0],
	['half-body', {}, 100_000],
	['false-length', { bytes: 300_000 }, 200_000],
] as const)('%s: ends the connection before the content-length', async (kind, details, bytes) => {
	const answer = await download(kind, details);
	expect(answer).toMatchObject({ status: 200, bytes, end: 'ECONNRESET' });
	expect(Number(answer.headers['content-length'])).toBeGreaterThan(bytes);
	const entry = cashfree.requests.at(-1);
	expect(entry).toMatchObject({ fault: kind, processed: bytes === 200_000 });
	expect(downloads()).toMatchObject({ begun: 1, completed: bytes === 200_000 ? 1 : 0 });
});

it('false-length: can claim less than it sends', async () => {
	const { bytes, headers } = await download('false-length', { bytes: 1000 });
	expect([bytes, headers['content-length']]).toEqual([1000, '1000']);
});

it('no-length: sends all without saying how much', async () => {
	const { headers, ...rest } = await download('no-length');
	expect(rest).toEqual({ status: 200, bytes: 200_000, end: 'whole' });
	expect(headers).not.toHaveProperty('content-length');
	expect(headers['transfer-encoding']).toBe('chunked');
});

it('slow-body: sends so many bytes a second', async () => {
	const started = performance.now();
	expect(await download('slow-body', { bytes: 800_000 })).toMatchObject({ bytes: 200_000 });
	expect(performance.now() - started).toBeGreaterThan(200);
});

it('stalled-body: stands still after so many bytes, until the caller goes', async () => {
	const { bytes } = await download('stalled-body', { bytes: 70_000 }, 70_000);
	expect(bytes).toBe(70_000);
	expect(downloads()).toMatchObject({ begun: 1, completed: 0 });
});

it('stalled-body: goes on after a time, where one is given', async () => {
	expect(await download('stalled-body', { bytes: 70_000, ms: 20 })).toMatchObject({
		bytes: 200_000,
		end: 'whole',
	});
});

it.each([
	['403', 403, 'AccessDenied'],
	['500', 500, 'InternalError'],
] as const)('%s: answers as S3 does', async (kind, status, code) => {
	cashfree.faults.queue(kind);
	const answer = await fetch(await link());
	expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(code)]);
	expect((await fetch(await link())).status).toBe(200);
});

it.each([
	['html-before', { status: 502 }],
	['429', { status: 429 }],
	['take-then-500', { status: 500 }],
	['empty-body', { status: 200, bytes: 0, end: 'whole' }],
	['slow', { status: 200, bytes: 200_000, end: 'whole' }],
] as const)('%s: strikes a recording as any other answer', async (kind, answer) => {
	expect(await download(kind, { ms: 10 })).toMatchObject(answer);
});

it.each(['reset-before-reading', 'hang', 'take-then-cut', 'take-then-hang'] as const)(
	'%s: leaves a recording without an answer',
	async (kind) => {
		await expect(download(kind, { ms: 10 })).rejects.toMatchObject({ code: 'ECONNRESET' });
	},
);

it('redirect: leads to another host', async () => {
	cashfree.faults.queue('redirect', { on: 'GET /recording' });
	const answer = await fetch(await link(), { redirect: 'manual' });
	expect(answer.status).toBe(302);
	const { hostname, pathname } = new URL(answer.headers.get('location')!);
	expect([hostname, pathname]).toEqual(['localhost', '/_local/elsewhere']);
});

it('strikes the recording of one verification only', async () => {
	cashfree.faults.queue('403', { match: { verification_id: 'v-2' } });
	expect((await fetch(await link())).status).toBe(200);
});

it('refuses a fault of recordings for another operation', () => {
	expect(() => cashfree.faults.queue('cut-body', { on: 'POST /vkyc' })).toThrow(
		'The fault "cut-body" strikes GET /recording only.',
	);
	const rules = [{ kind: 'no-length' as const, on: ['GET /vkyc'], probability: 1 }];
	expect(() => cashfree.faults.plan({ rules })).toThrow('strikes GET /recording only');
});

it('makes no more of a recording than the caller takes', async () => {
	cashfree.record('v-1', { size: 50_000_000_000 });
	const before = process.memoryUsage().rss;
	const request = http.get(await link());
	const [response] = (await once(request, 'response')) as [http.IncomingMessage];
	expect(response.headers['content-length']).toBe('50000000000');
	await wait(300);
	expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
	response.destroy();
	expect(downloads()).toMatchObject({ begun: 1, completed: 0 });
});
