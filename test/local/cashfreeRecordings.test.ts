import { createCipheriv, createHash } from 'node:crypto';
import { call, createClock } from '../support/cashfreeClient';
import { useLocalCashfree } from '../support/localCashfree';

const clock = createClock();
const cashfree = useLocalCashfree({ now: clock, twoFactor: 'ipWhitelist' });
beforeEach(async () => {
	await call(cashfree, 'POST /user', { phone: '9988776655', user_id: 'user-1' });
	await initiate('v-1');
});

const initiate = async (id: string) =>
	await call(cashfree, 'POST /vkyc', { verification_id: id, user_id: 'user-1' });
const linkOf = async (id = 'v-1'): Promise<string> =>
	(await call(cashfree, `GET /vkyc?verification_id=${id}`)).data.recording_link;
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What README.md says the bytes are, written down a second time. */
function expectedBytes(id: string, size: number) {
	const head = [0, 0, 0, 24, ...Buffer.from('ftypisom'), 0, 0, 2, 0, ...Buffer.from('isommp41')];
	const key = createHash('md5').update(id).digest();
	const rest = createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
	return Buffer.concat([Buffer.from(head), rest]).subarray(0, size);
}

it('has a recording from the end of the call on, as an MP4 file behind a signed link', async () => {
	const links = [];
	for (let step = 0; step < 7; step++) {
		links.push(await linkOf());
		cashfree.advance('v-1');
	}
	expect(links.slice(0, 6)).toEqual([null, null, null, null, null, null]);
	const url = new URL(links[6]!);
	expect([url.origin, url.pathname]).toEqual([cashfree.origin, '/recordings/v-1.mp4']);
	expect(Object.fromEntries(url.searchParams)).toMatchObject({
		'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
		'X-Amz-Date': '20250522T035114Z',
		'X-Amz-Expires': '3600',
		'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
	});
	const answer = await fetch(await linkOf());
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toBe('video/mp4');
	expect(answer.headers.get('content-length')).toBe('1000000');
	expect(sha256(await bytesOf(answer))).toBe(sha256(expectedBytes('v-1', 1_000_000)));
});

it.each([0, 1, 23, 24, 25, 65_559, 65_560, 65_561, 5_000_001])(
	'sends a recording of %i bytes as it is known beforehand',
	async (size) => {
		cashfree.record('v-1', { size });
		const answer = await fetch(await linkOf());
		expect(answer.headers.get('content-length')).toBe(String(size));
		expect(sha256(await bytesOf(answer))).toBe(sha256(expectedBytes('v-1', size)));
	},
);

it.each(['a.mp4', '..', 'A-b_c.d', 'x'.repeat(50)])('has one for the ID %s too', async (id) => {
	await initiate(id);
	cashfree.record(id, { size: 100 });
	expect(await bytesOf(await fetch(await linkOf(id)))).toEqual(expectedBytes(id, 100));
});

it('makes the link anew for each answer and for each event', async () => {
	cashfree.record('v-1');
	expect(await linkOf()).not.toBe(await linkOf());
	cashfree.webhooks.register('http://127.0.0.1:9/', { scheme: 'none' });
	cashfree.move('v-1', { status: 'A', sub_status: 'B', event: 'VKYC_USER_CALL_COMPLETED' });
	const { data } = JSON.parse(cashfree.webhooks.deliveries[0]!.body);
	expect((await fetch(data.recording_link)).status).toBe(200);
});

it('refuses a link that has expired, as S3 does', async () => {
	cashfree.set({ recordingExpires: 1 });
	cashfree.record('v-1');
	const link = await linkOf();
	clock.add(999);
	expect((await fetch(link)).status).toBe(200);
	clock.add(1);
	const answer = await fetch(link);
	expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'application/xml']);
	expect(await answer.text()).toMatch(
		/^<\?xml .*<Code>AccessDenied<\/Code><Message>Request has expired<\/Message><Expires>/s,
	);
	expect((await fetch(await linkOf())).status).toBe(200);
});

it.each([
	['another recording', (link: string) => link.replace('v-1.mp4', 'v-2.mp4')],
	['a longer time', (link: string) => link.replace('Expires=3600', 'Expires=99999')],
	['another signature', (link: string) => link.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
	['no signature', (link: string) => link.replace(/&X-Amz-Signature=.*/, '')],
	['nothing signed at all', (link: string) => link.split('?')[0]!],
])('refuses a link with %s', async (_what, changed) => {
	await initiate('v-2');
	for (const id of ['v-1', 'v-2']) cashfree.record(id);
	const answer = await fetch(changed(await linkOf()));
	expect(answer.status).toBe(403);
	expect(await answer.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
});

it('says that there is nothing where the recording is gone', async () => {
	cashfree.record('v-1');
	const link = await linkOf();
	cashfree.reset();
	const answer = await fetch(link);
	expect([answer.status, await answer.text()]).toEqual([
		404,
		expect.stringContaining('<Code>NoSuchKey</Code>'),
	]);
});

it.each(['x-client-id', 'x-client-secret', 'x-cf-signature', 'authorization'])(
	'refuses a request with the header %s, and notes that it came',
	async (name) => {
		cashfree.record('v-1');
		const answer = await fetch(await linkOf(), { headers: { [name]: 'Basic invented' } });
		expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(name)]);
		const entry = cashfree.requests.at(-1)!;
		expect([...Object.keys(entry.headers), ...entry.secretHeaders]).toContain(name);
	},
);

it('counts downloads, and logs no link that could be used', async () => {
	for (let i = 0; i < 2; i++) {
		cashfree.record('v-1', { size: 1000 });
		await bytesOf(await fetch(await linkOf()));
	}
	const { data } = await call(cashfree, 'GET /_local/recordings');
	expect(data).toEqual({
		mostAtOnce: 1,
		recordings: [{ verification_id: 'v-1', size: 1000, begun: 2, completed: 2 }],
	});
	const requests = cashfree.requests.filter(({ operation }) => operation === 'GET /recording');
	expect(requests).toMatchObject([
		{ path: '/recordings/v-1.mp4', status: 200, processed: true, secretHeaders: [] },
		{ path: '/recordings/v-1.mp4', status: 200, processed: true, secretHeaders: [] },
	]);
	expect(JSON.stringify(cashfree.requests)).not.toMatch(/X-Amz-(Signature|Security-Token)/i);
});

it('takes sizes and the time a link lasts over HTTP as well', async () => {
	await call(cashfree, 'PATCH /_local/settings', { recordingSize: 7, recordingExpires: 2 });
	await call(cashfree, 'POST /_local/verifications/v-1/recording', {});
	expect((await bytesOf(await fetch(await linkOf()))).length).toBe(7);
	expect(await linkOf()).toContain('X-Amz-Expires=2&');
	await call(cashfree, 'POST /_local/verifications/v-1/recording', { size: 9 });
	expect((await bytesOf(await fetch(await linkOf()))).length).toBe(9);
});
