import { randomInt } from 'node:crypto';
import type { Workflow } from '../../local/n8n/examples';
import { itWith } from './support/features';
import { startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { rowsOf } from './support/tables';
import { executionsOf, until } from './support/waiting';
import { importResume, importStart, waitingRows } from './support/waitForOutcome';
import { cashfree, node, runNode } from './support/workflows';

jest.setTimeout(600_000);

const itWithTables = itWith('tables');

let instance: Instance;
let resume: Awaited<ReturnType<typeof importResume>>;
const seed = randomInt(1_000_000);

beforeAll(async () => {
	instance = await startInstance();
	resume = await importResume(instance);
});

afterAll(async () => await instance?.stop());

const settled = async () => await instance.cashfree.webhooks.settled();

/** Puts a node that takes three seconds between the last look at the outcome and the Wait node. */
function sleepsLate(workflow: Workflow): Workflow {
	const late = node('Late', 'n8n-nodes-base.wait', { amount: 3, unit: 'seconds' });
	const to = (name: string) => ({ node: name, type: 'main', index: 0 });
	const connections = structuredClone(workflow.connections) as Record<string, { main: object[][] }>;
	const { main } = connections['Known, or time up?'] ?? { main: [] };
	main[1] = [to('Late')];
	connections.Late = { main: [[to('Wait')]] };
	return { ...workflow, nodes: [...workflow.nodes, { ...late, typeVersion: 1.1 }], connections };
}

/** Sets the time limit, or the time after which a failed Get Status is tried again. */
const shortened =
	(from: string, to: string) =>
	(workflow: Workflow): Workflow =>
		JSON.parse(JSON.stringify(workflow).replace(from, to));

/** In an order that the printed seed gives again. */
function shuffled<T>(list: T[]): T[] {
	let state = seed;
	const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
	return list
		.map((value) => ({ value, at: next() }))
		.sort((one, other) => one.at - other.at)
		.map(({ value }) => value);
}

/** How often each execution of the workflow that wakes has called, oldest execution first. */
const calls = async (count: number) =>
	(await executionsOf(instance.rest, resume.workflow, count)).map(
		({ data }) => data?.resultData.runData['Wake up']?.length ?? 0,
	);

const approved = (id: string) => ({ id, branch: 'Approved', status: 'success', told: 1 });

itWithTables('an event that comes before the execution sleeps still wakes it', async () => {
	const start = await importStart(instance, [sleepsLate]);
	await start.submit('early-1');
	await until('the pause before the Wait node', async () => {
		const asked = instance.cashfree.requests.filter(({ operation }) => operation === 'GET /vkyc');
		return asked.length > 0 || undefined;
	});
	instance.cashfree.step('early-1', 'approved');
	expect(await start.ends(1)).toMatchObject([{ ...approved('early-1'), slept: 1 }]);
	const [called] = await calls(1);
	expect(called).toBeGreaterThan(1);
});

itWithTables('an event that came before the row needs no waking', async () => {
	await runNode(instance, cashfree({ verificationId: 'earlier-2', phone: '9900000002' }));
	instance.cashfree.step('earlier-2', 'expired');
	await until('the noted event', async () => {
		const rows = await rowsOf(instance, 'Video KYC outcomes');
		return rows.some(({ verification_id: id }) => id === 'earlier-2') || undefined;
	});
	const start = await importStart(instance);
	const told = instance.cashfree.notifications.length;
	await start.submit('earlier-2');
	const expired = { id: 'earlier-2', branch: 'Link expired', told: 1, slept: 0 };
	expect(await start.ends(1)).toMatchObject([expired]);
	expect(instance.cashfree.notifications).toHaveLength(told);
});

itWithTables('the same event three times at once ends the execution once', async () => {
	const before = (await calls(0)).length;
	const start = await importStart(instance);
	await start.submit('thrice-3');
	await start.asleep(1);
	const { webhooks } = instance.cashfree;
	webhooks.register(resume.address);
	webhooks.register(resume.address);
	instance.cashfree.step('thrice-3', 'approved');
	await settled();
	webhooks.unregister();
	webhooks.register(resume.address);
	expect(await start.ends(1)).toMatchObject([{ ...approved('thrice-3'), slept: 1 }]);
	expect(await calls(before + 3)).toHaveLength(before + 3);
	const [row] = await waitingRows(instance, 'thrice-3');
	expect(row).toMatchObject({ state: 'approved', resume_url: '' });
});

itWithTables('a call of somebody else wakes it, and decides nothing', async () => {
	const start = await importStart(instance);
	await start.submit('forged-4');
	await start.asleep(1);
	const [row] = await waitingRows(instance, 'forged-4');
	const url = new URL(String(row?.resume_url));
	const call = async (to: string) => {
		const headers = { 'content-type': 'application/json' };
		const body = '{"outcome":"approved"}';
		return (await fetch(to, { method: 'POST', headers, body })).status;
	};
	expect(await call(url.origin + url.pathname)).toBe(401);
	const before = instance.cashfree.requests.length;
	expect(await call(url.href)).toBe(200);
	await until('the status asked again', async () => {
		return instance.cashfree.requests.length > before || undefined;
	});
	await start.asleep(1);
	instance.cashfree.step('forged-4', 'rejected');
	expect(await start.ends(1)).toMatchObject([{ id: 'forged-4', branch: 'Rejected', told: 1 }]);
});

itWithTables('fifty that wait while n8n is killed each end once, with their outcome', async () => {
	const start = await importStart(instance);
	const steps = { approved: 'Approved', rejected: 'Rejected', expired: 'Link expired' };
	const names = Object.keys(steps) as (keyof typeof steps)[];
	const expected = Array.from({ length: 50 }, (_, index) => {
		const name = names[index % names.length]!;
		return { id: `kill-${5000 + index}`, name, branch: steps[name] };
	});
	for (const { id } of expected) await start.submit(id);
	await start.asleep(50);
	process.kill(-instance.n8n.pid, 'SIGKILL');
	await instance.n8n.ended;
	await instance.restart();
	await start.asleep(50);
	console.log(`The order of events has the seed ${seed}.`);
	for (const { id, name } of shuffled(expected)) instance.cashfree.step(id, name);
	await settled();
	expect(await start.ends(50)).toEqual(
		expected.map(({ id, branch }) => ({ id, branch, status: 'success', told: 1, slept: 1 })),
	);
});

itWithTables('the status is asked at the time limit, or again after a failure', async () => {
	const { cashfree: server } = instance;
	server.webhooks.unregister();
	const start = await importStart(instance, [shortened('days: 7', 'seconds: 10')]);
	for (const id of ['late-6', 'late-7']) await start.submit(id);
	await start.asleep(2);
	const patient = await importStart(instance, [shortened('minutes: 15', 'seconds: 5')]);
	const refused = { status: 403, type: 'validation_error', code: 'forbidden', message: 'No' };
	server.answerNext(refused, { on: 'GET /vkyc' });
	await patient.submit('again-8');
	await patient.asleep(1);
	for (const id of ['late-6', 'again-8']) server.step(id, 'approved');
	const noOutcome = { id: 'late-7', branch: 'No outcome in time' };
	expect(await start.ends(2)).toMatchObject([approved('late-6'), noOutcome]);
	expect(await patient.ends(1)).toMatchObject([{ ...approved('again-8'), slept: 1 }]);
	const [row] = await waitingRows(instance, 'late-7');
	expect(row).toMatchObject({ state: 'pending', resume_url: '' });
});
