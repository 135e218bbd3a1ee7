import { existsSync } from 'node:fs';
import { mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { outputOf } from '../../local/n8n/execution';
import { requireContext } from './support/context';
import { newEvent, saveTrigger } from './support/events';
import { startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { makeTwoVersions, npmWithTarballs } from './support/npmWithTarballs';
import { executionsOf, until } from './support/waiting';
import { cashfree, chain, node, packageName, runNode } from './support/workflows';

let instance: Instance;
let trigger: Awaited<ReturnType<typeof saveTrigger>>;
let delivered = 0;

jest.setTimeout(300_000);

beforeAll(async () => {
	const { folder, tarball, runtime } = requireContext();
	const versions = await mkdtemp(join(folder, 'versions-'));
	await makeTwoVersions(tarball, versions);
	instance = await startInstance(await npmWithTarballs(versions, runtime.node));
	const first = { name: packageName, version: '1.0.0' };
	await instance.rest.request('POST', '/community-packages', first);
	trigger = await saveTrigger(instance);
	await instance.rest.activateWorkflow(trigger.workflow);
});

afterAll(async () => await instance?.stop());

const installed = (file = '') =>
	join(instance.folder, '.n8n', 'nodes', 'node_modules', packageName, file);

/** Sends a link, and asks for its status when somebody calls the address that it waits at. */
async function startWaiting(verificationId: string) {
	const value = { name: 'url', value: '={{ $execution.resumeUrl }}', type: 'string', id: '1' };
	const assignments = { assignments: [value] };
	const nodes = [
		node('Start', 'n8n-nodes-base.manualTrigger'),
		cashfree({ verificationId, phone: '9900000001' }),
		node('Address', 'n8n-nodes-base.set', { assignments }, { typeVersion: 3.4 }),
		node('Wait', 'n8n-nodes-base.wait', { resume: 'webhook' }, { typeVersion: 1.1 }),
		cashfree({ operation: 'getStatus', verificationId }, { name: 'Status' }),
	];
	const workflow = await instance.rest.createWorkflow(chain('Wait', nodes, instance.credential));
	const id = await instance.rest.startWorkflow(workflow, 'Start');
	const url = await until('the execution that waits', async () => {
		const execution = await instance.rest.getExecution(id);
		return execution.status === 'waiting' ? outputOf(execution, 'Address')[0]?.url : undefined;
	});
	const { pathname, search } = new URL(String(url));
	return { id, verificationId, address: pathname + search };
}

/** Expects that all goes on: what waits, what is published, and what is started by hand. */
async function expectAllGoesOn(waiting: Awaited<ReturnType<typeof startWaiting>>) {
	const { id, verificationId, address } = waiting;
	expect((await instance.http.get(address)).status).toBe(200);
	const resumed = await instance.rest.waitForExecution(id);
	expect(outputOf(resumed, 'Status')).toMatchObject([{ verification_id: verificationId }]);

	expect((await trigger.deliver()).status).toBe(200);
	const started = await executionsOf(instance.rest, trigger.workflow, ++delivered);
	expect(started.map(({ status }) => status)).toEqual(Array(delivered).fill('success'));

	const parameters = { verificationId: `${verificationId}-next`, phone: '9900000001' };
	const run = await runNode(instance, cashfree(parameters));
	expect(outputOf(run)).toMatchObject([{ verification_id: parameters.verificationId }]);
}

it('After an update to a version with every file elsewhere, all goes on, before a restart and after', async () => {
	const first = await startWaiting('before-update');
	const second = await startWaiting('before-restart');
	await expectAllGoesOn(await startWaiting('installed'));

	const next = { name: packageName, version: '2.0.0' };
	await instance.rest.request('PATCH', '/community-packages', next);
	expect([existsSync(installed('moved')), existsSync(installed('dist'))]).toEqual([true, false]);
	await expectAllGoesOn(first);

	await instance.restart();
	await expectAllGoesOn(second);
});

it.each([
	['without the package', ''],
	['with half of it', 'moved/nodes/shared'],
])('An n8n %s refuses deliveries while the workflow is published', async (_what, missing) => {
	const { workflow, deliver } = trigger;
	const away = join(instance.folder, 'away');
	await rename(installed(missing), away);
	await instance.restart();
	const event = newEvent();
	// n8n 1 answers with the second
	expect([400, 500]).toContain((await deliver(event)).status);
	const address = `/webhook/${workflow.nodes[0]?.webhookId}/webhook`;
	const { data } = await instance.http.post(address, event);
	expect(data.message).toMatch(
		/^Unrecognized node type: n8n-nodes-cashfree-vkyc\.cashfreeVkycTrigger/,
	);
	const path = `/workflows/${workflow.id}`;
	expect(await instance.rest.request('GET', path)).toMatchObject({ active: true });

	await rename(away, installed(missing));
	await instance.restart();
	expect((await deliver(event)).status).toBe(200);
	expect(await executionsOf(instance.rest, workflow, ++delivered)).toHaveLength(delivered);
});
