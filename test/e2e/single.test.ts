import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { outputOf } from '../../local/n8n/execution';
import { startNode } from '../../local/n8n/nodeProcess';
import { freePort } from '../../local/n8n/ports';
import { credentialType, startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { executionsOf, until } from './support/waiting';
import { cashfree, cashfreeTrigger, chain, node } from './support/workflows';

const root = join(__dirname, '..', '..');
const read = (name: string) => readFileSync(join(root, 'deploy', 'single', name), 'utf8');
const { services } = parse(read('compose.yaml'), { merge: true });

let instance: Instance;
let server: ReturnType<typeof startNode>;
let printed = '';

beforeAll(async () => {
	const { N8N_WEBHOOK_URL: _ofTheContainer, ...environment } = services.n8n.environment;
	instance = await startInstance(environment);
	const line = /^CMD (\[.*\])$/m.exec(read('Dockerfile'))?.[1] ?? '[]';
	const [, ...args] = JSON.parse(line) as string[];
	server = startNode({
		node: process.execPath,
		args: [...args, '--port', String(await freePort())],
		cwd: root,
		env: { PATH: process.env.PATH },
		onLine: (text) => (printed += `${text}\n`),
	});
	await until('the local Cashfree server', async () => /Press Ctrl-C/.exec(printed)?.[0]);
});

afterAll(async () => {
	await server?.stop();
	await instance?.stop();
});

const shown = (name: string) => new RegExp(`^${name}: +(\\S+)$`, 'm').exec(printed)?.[1] ?? '';

it('What deploy/single starts works together: keys as they are printed, a link, and its event', async () => {
	const { rest, url } = instance;
	const data = {
		...{ environment: 'custom', baseUrl: shown('Base URL'), apiVersion: '2024-12-01' },
		...{ clientId: shown('Client ID'), clientSecret: shown('Client secret') },
		twoFactorMethod: 'publicKey',
		publicKey: /-----BEGIN[^]*END PUBLIC KEY-----/.exec(printed)?.[0],
	};
	const credential = await rest.createCredential({ name: 'Local', type: credentialType, data });
	const tested = await rest.testCredential({ ...credential, data });
	expect(tested).toMatchObject({ status: 'OK' });

	const events = await rest.createWorkflow(chain('Events', [cashfreeTrigger({})], credential));
	await rest.activateWorkflow(events);
	const body = JSON.stringify({ url: `${url}/webhook/${events.nodes[0]?.webhookId}/webhook` });
	const control = new URL('/_local/webhooks/test', shown('Base URL'));
	expect((await fetch(control, { method: 'POST', body })).status).toBe(200);

	const start = node('Start', 'n8n-nodes-base.manualTrigger');
	const send = cashfree({ verificationId: 'tried-1', phone: '9900000001' });
	const workflow = await rest.createWorkflow(chain('Link', [start, send], credential));
	const execution = await rest.runWorkflow(workflow, { trigger: 'Start' });
	expect(outputOf(execution)).toMatchObject([{ verification_id: 'tried-1' }]);
	const [event] = await executionsOf(rest, events, 1);
	expect(outputOf(event!)).toMatchObject([{ data: { verification_id: 'tried-1' } }]);
});

it.each(['n8n', 'cashfree'])('The health check of %s passes while it runs only', async (name) => {
	const { test } = services[name].healthcheck;
	const origin = name === 'n8n' ? instance.url : new URL(shown('Base URL')).origin;
	const passes = async (address: string) => {
		const command = test.replace(/http:\/\/127\.0\.0\.1:\d+/, address);
		return await promisify(execFile)('sh', ['-c', command]).then(
			() => true,
			() => false,
		);
	};
	expect([await passes(origin), await passes('http://127.0.0.1:9')]).toEqual([true, false]);
});
