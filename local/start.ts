import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { name as packageName } from '../package.json';
import { connectCashfree } from './connection';
import { installPackage, packPackage } from './n8n/communityPackage';
import { readWorkflows, withCredential } from './n8n/examples';
import { faultOf, outputOf } from './n8n/execution';
import { isFree } from './n8n/ports';
import { createProgress } from './n8n/progress';
import type { SavedWorkflow } from './n8n/rest';
import { ensureRuntime } from './n8n/runtime';
import { startN8n } from './n8n/server';
import { readOptions, usage } from './options';
import type { Options } from './options';

const root = path.dirname(__dirname);
const exampleToRun = 'leads-to-links.json';
const progress = createProgress(process.stderr);

/** What has to be ended or removed when this program ends, in the order of its making. */
const cleanups: (() => Promise<void>)[] = [];

async function requireFree(option: string, port: number) {
	if (port === 0 || (await isFree(port))) return;
	throw new Error(
		`Port ${port} is in use. Stop the program that uses it, or choose another port: ` +
			`npm start -- ${option} N`,
	);
}

/** n8n with the packed package, an owner account, the credential and the example workflows. */
async function prepareN8n({
	port,
	credential,
	signal,
}: {
	port: number;
	credential: { name: string; data: Record<string, unknown> };
	signal: AbortSignal;
}) {
	const runtime = await ensureRuntime({ progress, signal });
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-'));
	cleanups.push(() => fs.rm(folder, { recursive: true, force: true, maxRetries: 5 }));
	progress.step('Building and installing the package');
	const tarball = await packPackage({ source: root, target: folder, signal });
	await installPackage({ tarball, userFolder: folder, signal });

	progress.step(`Starting n8n ${runtime.version}`);
	const encryptionKey = randomBytes(24).toString('base64url');
	const n8n = await startN8n({
		runtime,
		userFolder: folder,
		encryptionKey,
		port: port || undefined,
		signal,
	});
	cleanups.push(() => n8n.stop());
	const owner = { email: 'owner@example.com', password: `Vkyc1${randomBytes(9).toString('hex')}` };
	await n8n.rest.setUpOwner(owner);
	const saved = await n8n.rest.createCredential({ ...credential, type: 'cashfreeSecureIdApi' });
	const examples = new Map<string, SavedWorkflow>();
	for (const { file, workflow } of await readWorkflows(path.join(root, 'examples'), packageName)) {
		const filledIn = withCredential(workflow, saved, packageName);
		examples.set(file, await n8n.rest.createWorkflow(filledIn));
	}
	return { n8n, owner, examples };
}

/** Runs the example workflow and prints what its last node gives. */
async function runExample(
	{ n8n, examples }: Awaited<ReturnType<typeof prepareN8n>>,
	signal: AbortSignal,
) {
	const workflow = examples.get(exampleToRun);
	if (!workflow) throw new Error(`There is no examples/${exampleToRun}.`);
	progress.step(`Running the workflow "${workflow.name}"`);
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	const execution = await n8n.rest.runWorkflow(workflow, { trigger: trigger?.name ?? '', signal });
	const fault = faultOf(execution);
	if (fault) throw new Error(`The workflow "${workflow.name}" did not succeed: ${fault}`);
	console.log(JSON.stringify(outputOf(execution), null, 2));
}

async function start(options: Options, signal: AbortSignal) {
	await requireFree('--port', options.port);
	if (!options.sandboxKeys) await requireFree('--cashfree-port', options.cashfreePort);
	const { where, credential, close } = await connectCashfree(options);
	cleanups.push(close);
	const prepared = await prepareN8n({ port: options.port, credential, signal });
	if (!options.sandboxKeys) await runExample(prepared, signal);
	if (options.once) return;
	const { n8n, owner } = prepared;
	console.log(`
n8n:      ${n8n.url}
E-mail:   ${owner.email}
Password: ${owner.password}
Cashfree: ${where}
${options.sandboxKeys ? '\nNothing was run: open an example in the editor and run it when you want to.\n' : ''}
Ctrl-C ends everything.`);
	await n8n.ended;
	if (!signal.aborted) throw new Error('n8n has ended by itself. Start again.');
}

function readOptionsOrExit() {
	try {
		return readOptions(process.argv.slice(2), process.env);
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${usage}`);
		return process.exit(1);
	}
}

async function main() {
	const options = readOptionsOrExit();
	if (options.help) return console.log(usage);
	const abort = new AbortController();
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => abort.abort());
	let exitCode = 0;
	try {
		await start(options, abort.signal);
	} catch (error) {
		exitCode = 1;
		if (!abort.signal.aborted) progress.step((error as Error).message);
	}
	if (abort.signal.aborted) progress.step('Stopping');
	for (const cleanup of cleanups.reverse()) await cleanup();
	process.exit(exitCode);
}

void main();
