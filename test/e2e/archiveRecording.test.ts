import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordingContent } from '../../local/cashfree/recordingContent';
import { itWith } from './support/features';
import { startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { rowsOf } from './support/tables';
import { executionsOf } from './support/waiting';
import { importArchive, importResume, importStart } from './support/waitForOutcome';
import { cashfree, runNode } from './support/workflows';

jest.setTimeout(240_000);

const itWithTables = itWith('tables');
const size = 3_000_000;
let instance: Instance;
let folder: string;
let archive: Awaited<ReturnType<typeof importArchive>>;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'archive-'));
	await mkdir(join(folder, 'files'));
	instance = await startInstance({ N8N_RESTRICT_FILE_ACCESS_TO: folder });
	archive = await importArchive(instance, join(folder, 'files'));
});

afterAll(async () => {
	await instance?.stop();
	await rm(folder, { recursive: true, force: true });
});

/** Sends a link, and takes the verification to its end, as user, agent and auditor would. */
async function finish(verificationId: string, phone: string, steps: string[]) {
	await runNode(instance, cashfree({ verificationId, phone }));
	for (const step of steps) instance.cashfree.step(verificationId, step);
	await instance.cashfree.webhooks.settled();
}

const sha256 = (content: Iterable<Buffer>) => {
	const hash = createHash('sha256');
	for (const chunk of content) hash.update(chunk);
	return hash.digest('hex');
};

itWithTables('from a form to an approval and a stored recording, through a restart', async () => {
	instance.cashfree.set({ recordingSize: size });
	await importResume(instance);
	const start = await importStart(instance);
	await start.submit('keep-1');
	await start.asleep(1);
	await instance.restart();
	for (const step of ['call-completed', 'approved']) instance.cashfree.step('keep-1', step);
	expect(await start.ends(1)).toMatchObject([{ id: 'keep-1', branch: 'Approved', told: 1 }]);
	await executionsOf(instance.rest, archive, 1);
	const [row] = await rowsOf(instance, 'Video KYC archive');
	const file = await readFile(join(folder, 'files', 'keep-1.mp4'));
	expect(row).toMatchObject({
		verification_id: 'keep-1',
		outcome: 'approved',
		file: join(folder, 'files', 'keep-1.mp4'),
		bytes: file.length,
		sha256: sha256([file]),
	});
	expect(file).toHaveLength(size);
	expect(row?.sha256).toBe(sha256(recordingContent('keep-1', size)));
	const times = [row?.event_time, row?.downloaded_at, row?.stored_at].map((time) =>
		Date.parse(String(time)),
	);
	expect(times).toEqual([...times].sort((one, other) => one - other));
});

itWithTables('an expired link has nothing to keep, and nobody is told', async () => {
	await finish('keep-2', '9900000002', ['expired']);
	const [, execution] = await executionsOf(instance.rest, archive, 2);
	expect(execution?.data?.resultData.lastNodeExecuted).toBe('Nothing to keep');
	expect(await readdir(join(folder, 'files'))).toEqual(['keep-1.mp4']);
});

itWithTables('a recording that cannot be stored is reported, and gets no row', async () => {
	await rm(join(folder, 'files'), { recursive: true });
	await finish('keep-3', '9900000003', ['call-completed', 'rejected']);
	await executionsOf(instance.rest, archive, 3);
	const messages = await rowsOf(instance, 'Messages to operations');
	expect(messages.at(-1)).toMatchObject({
		verification_id: 'keep-3',
		subject: 'Recording not archived',
		message: expect.stringContaining('file or directory does not exist'),
	});
	const rows = await rowsOf(instance, 'Video KYC archive');
	expect(rows.map(({ verification_id }) => verification_id)).toEqual(['keep-1']);
});
