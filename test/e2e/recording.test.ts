import { readdir } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { recordingContent } from '../../local/cashfree/recordingContent';
import { errorOf, outputOf } from '../../local/n8n/execution';
import { itWith } from './support/features';
import { startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { secretsOf } from './support/leaks';
import { cashfree, chain, node, runNode } from './support/workflows';

const size = 20_000_000;
const getRecording = { resource: 'videoKyc', operation: 'getRecording' };
let instance: Instance;

beforeAll(async () => {
	instance = await startInstance({
		N8N_LOG_LEVEL: 'debug',
		// as n8n 2 does by itself; n8n 1 keeps files in memory
		N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
	});
	const person = { phone: '+91 99887 76655' };
	await runNode(instance, cashfree({ verificationId: 'loan-1', ...person }));
	instance.cashfree.record('loan-1', { size });
});

afterAll(async () => await instance?.stop());

const fetch = (options: object = {}) =>
	cashfree({ ...getRecording, verificationId: 'loan-1', options });

/** The files that n8n keeps of recordings. */
async function stored() {
	const all = await readdir(instance.folder, { recursive: true });
	return all.filter((path) => /binary_data\//.test(path) && !path.endsWith('.metadata'));
}

function sha256() {
	const hash = createHash('sha256');
	for (const chunk of recordingContent('loan-1', size)) hash.update(chunk);
	return hash.digest('hex');
}

it('fails where each download breaks off', async () => {
	instance.cashfree.faults.queue('cut-body', { on: 'GET /recording', bytes: size / 2, times: 3 });
	const execution = await runNode(instance, fetch());
	expect(errorOf(execution)).toContain('The recording did not arrive as a whole');
	expect(outputOf(execution, 'Cashfree')).toEqual([]);
});

itWith('partsRemoved')('leaves no part of it stored', async () => {
	expect(await stored()).toEqual([]);
});

it('stores the recording where the next node finds it, with the same hash', async () => {
	const { rest, credential } = instance;
	const before = await stored();
	const start = node('Start', 'n8n-nodes-base.manualTrigger');
	const hash = node('Hash', 'n8n-nodes-base.crypto', {
		...{ action: 'hash', type: 'SHA256', binaryData: true },
		...{ binaryPropertyName: 'data', dataPropertyName: 'hashed' },
	});
	const workflow = chain('Archive', [start, fetch(), hash], credential);
	const saved = await rest.createWorkflow(workflow);
	const execution = await rest.runWorkflow(saved, { trigger: 'Start' });
	expect(errorOf(execution)).toBeUndefined();
	const file = { file_name: 'loan-1.mp4', mime_type: 'video/mp4', bytes: size, sha256: sha256() };
	expect(outputOf(execution)).toMatchObject([{ hashed: file.sha256, recording: file }]);
	const { data } =
		execution.data?.resultData.runData.Cashfree?.[0]?.data?.main?.[0]?.[0]?.binary ?? {};
	expect(data).toMatchObject({ data: 'filesystem-v2', fileName: 'loan-1.mp4' });
	expect(await stored()).toHaveLength(before.length + 1);
});

it('shows the link, and sends the keys, to nobody', async () => {
	const downloads = instance.cashfree.requests.filter(
		({ operation }) => operation === 'GET /recording',
	);
	expect(downloads.map(({ secretHeaders }) => secretHeaders)).toEqual(downloads.map(() => []));
	const log = await instance.readLog();
	expect(log).not.toMatch(/X-Amz-|\/recordings\//i);
	expect(secretsOf(instance.cashfree).filter((secret) => log.includes(secret))).toEqual([]);
});
