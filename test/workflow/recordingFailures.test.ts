import type { Fault, Kind } from '../../local/cashfree/faultList';
import { hasten } from '../support/hasten';
import { sha256Of, useRecordings } from '../support/recordings';
import { until } from '../support/until';

hasten(20);
const { cashfree, fetch, record, operations, downloads } = useRecordings();
const on = 'GET /recording';

const fault = (
	kind: Kind,
	details: Partial<Fault> & { match?: Record<string, unknown> } = {},
	times = 1,
) => cashfree.faults.queue(kind, { on, times, ...details });

/** Runs the node for `v-1`, which fails, and gives the item's error. */
async function failureOf(options = {}) {
	const { items } = await fetch(options, { onError: 'continueRegularOutput' });
	expect(items[0]).not.toHaveProperty('binary');
	return items[0]?.json.error;
}

const passing: Array<[Kind, Partial<Fault>, string]> = [
	['403', {}, 'The server of the recording refused the download (HTTP 403) [item 0]'],
	['500', {}, 'The server of the recording refused the download (HTTP 500) [item 0]'],
	['cut-body', { bytes: 0 }, 'The recording did not arrive as a whole [item 0]'],
	['cut-body', { bytes: 199_999 }, 'The recording did not arrive as a whole [item 0]'],
	['false-length', { bytes: 200_001 }, 'The recording did not arrive as a whole [item 0]'],
	['false-length', { bytes: 0 }, 'The recording is empty [item 0]'],
	['stalled-body', { bytes: 1000 }, 'No byte of the recording arrived for 5 seconds [item 0]'],
	['hang', {}, 'No byte of the recording arrived for 5 seconds [item 0]'],
	[
		'reset-before-reading',
		{},
		'The server of the recording could not be reached (ECONNRESET) [item 0]',
	],
	['take-then-cut', {}, 'The server of the recording could not be reached (ECONNRESET) [item 0]'],
];

it.each(passing)('asks for a new link and begins anew after %s %j', async (kind, details) => {
	await record('v-1');
	fault(kind, details, 2);
	const { json } = await fetch({ timeout: 5 });
	const sha256 = sha256Of('v-1', 200_000);
	expect(json[0]).toMatchObject({ recording: { bytes: 200_000, sha256 } });
	const both = ['GET /vkyc', on];
	expect(operations()).toEqual([...both, ...both, ...both]);
});

it.each(passing)('fails after three downloads with %s %j', async (kind, details, message) => {
	await record('v-1');
	fault(kind, details, 9);
	expect(await failureOf({ timeout: 5 })).toMatchObject({
		...{ message, code: 'recording_not_downloaded', outcome: 'answered' },
		...{ verification_id: 'v-1', status: 'RECEIVED', sub_status: 'LINK_GENERATED' },
	});
	expect(operations().filter((operation) => operation === on)).toHaveLength(3);
});

it('follows no redirect, and asks for no other link', async () => {
	await record('v-1');
	fault('redirect', {}, 9);
	const message =
		'The server of the recording answered with a redirect (HTTP 302), which is not followed [item 0]';
	expect(await failureOf()).toMatchObject({ message, http_status: 302 });
	expect(operations()).toEqual(['GET /vkyc', on]);
});

it('asks for a new link where the first one has expired', async () => {
	await record('v-1');
	cashfree.set({ recordingExpires: 0 });
	const execution = fetch({ timeout: 60 });
	await until(() => downloads() > 0 || cashfree.requests.some(({ status }) => status === 403));
	cashfree.set({ recordingExpires: 3600 });
	expect((await execution).json[0]).toMatchObject({ recording: { bytes: 200_000 } });
	expect(operations().slice(0, 2)).toEqual(['GET /vkyc', on]);
});

it('takes no recording without a stated length, which may be a part of it', async () => {
	await record('v-1');
	fault('no-length');
	const { error } = await fetch();
	expect(error?.message).toMatch(/came without its length/);
});

it('waits as long as bytes arrive, however slowly', async () => {
	await record('v-1');
	// for 200 ms: longer than the hastened time limit
	fault('slow-body', { bytes: 1_000_000 });
	const { json } = await fetch({ timeout: 3 });
	expect(json[0]).toMatchObject({ recording: { bytes: 200_000 } });
	expect(operations()).toEqual(['GET /vkyc', on]);
});

describe('Maximum Size (MB)', () => {
	it('refuses a larger recording before it reads it', async () => {
		await record('v-1', 30_000_000);
		expect(await failureOf({ maximumSize: 2 })).toMatchObject({
			message: 'The recording is larger than 2 MB [item 0]',
			description: expect.stringMatching(/'Maximum Size \(MB\)'.*s3/),
			code: 'recording_too_large',
		});
		await until(() => cashfree.requests.at(-1)?.processed === false);
		expect(downloads()).toBe(1);
	});

	it('takes one of just this size', async () => {
		await record('v-1', 2_000_000);
		expect((await fetch({ maximumSize: 2 })).json[0]).toHaveProperty('recording.bytes', 2_000_000);
	});

	it.each([0, -1, 1e9, 'much'])('cannot be %j', async (maximumSize) => {
		const { error } = await fetch({ maximumSize });
		expect(error?.message).toMatch(/^'Maximum Size \(MB\)' is .* \[item 0\]$/);
		expect(operations()).toEqual([]);
	});
});

describe('a stopped run', () => {
	it('ends its downloads at once', async () => {
		await record('v-1');
		fault('stalled-body', { bytes: 1000 }, 9);
		const stop = new AbortController();
		const execution = fetch({ timeout: 3600 }, { signal: stop.signal });
		await until(() => downloads() === 1);
		stop.abort();
		const { status, items } = await execution;
		expect(status).toBe('canceled');
		expect(items.filter(({ binary }) => binary)).toEqual([]);
		await until(() => cashfree.requests.at(-1)?.processed === false);
		expect(operations()).toEqual(['GET /vkyc', on]);
	});

	it('ends the download of another item where one has failed', async () => {
		await record('v-1');
		await record('v-2');
		fault('stalled-body', { bytes: 1000, match: { verification_id: 'v-1' } });
		fault('redirect', { match: { verification_id: 'v-2' } });
		const items = [{ id: 'v-1' }, { id: 'v-2' }];
		const { error } = await fetch({ timeout: 3600 }, { items });
		expect(error?.message).toMatch(/redirect.*\[item 1\]$/);
	});
});

it('goes on with the other items where one fails', async () => {
	await record('v-1');
	await record('v-2');
	fault('redirect', { match: { verification_id: 'v-1' } });
	const items = [{ id: 'v-1' }, { id: 'v-2' }, { id: 'v-3' }];
	const { items: output } = await fetch({}, { items, onError: 'continueRegularOutput' });
	expect(output.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([[], ['data'], []]);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
	expect(output[2]?.json).toHaveProperty('error.code', 'verification_id_not_found');
});
