import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BinaryDataConfig, BinaryDataService, FileTooLargeError } from 'n8n-core';
import type { BinaryData } from 'n8n-core';
import { hasten } from '../support/hasten';
import { Container } from '../support/n8nRuntime';
import { useRecordings } from '../support/recordings';
import { until } from '../support/until';

hasten(20);
const { cashfree, fetch, record, downloads } = useRecordings();
const on = 'GET /recording';
const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
const service = () => Container.get(BinaryDataService);

beforeEach(async () => {
	Container.get(BinaryDataConfig).localStoragePath = folder;
	await service().init();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The files that n8n keeps, with what tells of them beside */
const stored = () =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name, parentPath }) => join(parentPath, name));

describe("n8n's filesystem storage", () => {
	afterEach(() => rmSync(folder, { recursive: true }));

	it('contains the recording as it came', async () => {
		await record('v-1', 3_000_000);
		const { items } = await fetch();
		expect(items[0]?.binary?.data).toMatchObject({ data: 'filesystem-v2', bytes: 3_000_000 });
		const [file] = stored().filter((path) => !path.endsWith('.metadata'));
		expect(readFileSync(file!)).toHaveLength(3_000_000);
	});

	it.each([
		['a cut download', 'cut-body', { bytes: 2_000_000 }],
		['one that stands still', 'stalled-body', { bytes: 2_000_000 }],
		['one with a false length', 'false-length', { bytes: 3_000_001 }],
	] as const)('contains nothing of %s', async (_, kind, details) => {
		await record('v-1', 3_000_000);
		cashfree.faults.queue(kind, { on, times: 9, ...details });
		const { error } = await fetch({ timeout: 5 });
		expect(error?.message).toMatch(/recording/);
		expect(stored()).toEqual([]);
	});

	it('contains nothing of one that was too large, or stopped', async () => {
		await record('v-1', 30_000_000);
		cashfree.faults.queue('no-length', { on });
		await fetch({ maximumSize: 20 });
		cashfree.faults.queue('stalled-body', { on, bytes: 2_000_000 });
		const stop = new AbortController();
		const execution = fetch({ timeout: 3600 }, { signal: stop.signal });
		await until(() => downloads() === 2 && stored().length > 0);
		stop.abort();
		expect((await execution).status).toBe('canceled');
		await until(() => stored().length === 0);
	});
});

describe('a storage that refuses', () => {
	const refusing = (thrown: Error) =>
		service().setManager('filesystem-v2', {
			store: async (_: unknown, stream: AsyncIterable<Buffer>) => {
				for await (const chunk of stream) if (chunk.length > 0) break;
				throw thrown;
			},
		} as unknown as BinaryData.Manager);

	it.each([
		[
			'a database',
			new FileTooLargeError({
				fileSizeMb: 600,
				maxFileSizeMb: 512,
				fileId: 'f',
				fileName: 'v-1.mp4',
			}),
			'n8n could not store the recording [item 0]',
		],
		[
			'a full disk',
			Object.assign(new Error('no space left: /secret/path'), { code: 'ENOSPC' }),
			'n8n could not store the recording (ENOSPC) [item 0]',
		],
	])('fails the item, and the download is not repeated: %s', async (_, thrown, message) => {
		refusing(thrown);
		await record('v-1');
		const { json } = await fetch({}, { onError: 'continueRegularOutput' });
		expect(json[0]?.error).toMatchObject({
			...{ message, code: 'recording_not_stored' },
			description: expect.stringMatching(/database.*s3, or to filesystem/),
		});
		expect(JSON.stringify(json)).not.toContain('/secret/path');
		expect(downloads()).toBe(1);
	});
});

it.each(['reads nothing', 'reads all'])('a stop ends a storage that hangs and %s', async (how) => {
	let isReached = false;
	const store = async (_: unknown, stream: AsyncIterable<Buffer>) => {
		if (how === 'reads all') for await (const chunk of stream) void chunk;
		isReached = true;
		return await new Promise(() => undefined);
	};
	service().setManager('filesystem-v2', { store } as never);
	await record('v-1', 200_000);
	const stop = new AbortController();
	const execution = fetch({}, { signal: stop.signal });
	await until(() => isReached);
	stop.abort();
	expect((await execution).status).toBe('canceled');
});
