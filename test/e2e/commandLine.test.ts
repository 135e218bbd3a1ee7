import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { n8nEnvironment } from '../../local/n8n/environment';
import { outputOf } from '../../local/n8n/execution';
import type { Execution } from '../../local/n8n/execution';
import { startNode } from '../../local/n8n/nodeProcess';
import { freePort } from '../../local/n8n/ports';
import { credentialType, encryptionKey, keysOf, startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { cashfree, chain, node } from './support/workflows';

let instance: Instance;

beforeAll(async () => {
	instance = await startInstance();
	await instance.n8n.stop();
});

afterAll(async () => await instance?.stop());

/** Runs a command of n8n's command line on the data of the stopped n8n. */
async function n8n(...args: string[]) {
	const { runtime, folder } = instance;
	const ports = { port: await freePort(), brokerPort: await freePort() };
	const lines: string[] = [];
	const process_ = startNode({
		node: runtime.node,
		args: [runtime.n8n, ...args],
		cwd: folder,
		env: n8nEnvironment({ env: process.env, runtime, userFolder: folder, encryptionKey, ...ports }),
		onLine: (line) => lines.push(line),
	});
	const { code } = await process_.exited;
	return { code, text: lines.join('\n') };
}

async function importFile(kind: 'credentials' | 'workflow', content: object) {
	const file = join(instance.folder, `${kind}.json`);
	await writeFile(file, JSON.stringify([content]));
	const { code, text } = await n8n(`import:${kind}`, `--input=${file}`);
	expect([code, text]).toEqual([0, expect.stringContaining('Successfully imported 1')]);
}

it("works from n8n's command line: import credential and workflow, execute", async () => {
	const credential = { id: 'commandLine0001', name: 'Imported', type: credentialType };
	await importFile('credentials', { ...credential, data: keysOf(instance.cashfree) });
	const start = node('Start', 'n8n-nodes-base.manualTrigger');
	const initiate = cashfree({ verificationId: 'from-cli', phone: '9900000001' });
	const workflow = chain('From the command line', [start, initiate], credential);
	const versionId = randomUUID();
	await importFile('workflow', { ...workflow, id: 'commandLine0002', versionId, active: false });
	const { code, text } = await n8n('execute', '--id=commandLine0002', '--rawOutput');
	expect(code).toBe(0);
	const execution = JSON.parse(text.slice(text.search(/^\{/m))) as Execution;
	expect(outputOf(execution)).toMatchObject([{ verification_id: 'from-cli' }]);
	expect(instance.cashfree.verifications.get('from-cli')).toMatchObject({ status: 'RECEIVED' });
	expect(text).not.toContain(instance.cashfree.clientSecret);
});
