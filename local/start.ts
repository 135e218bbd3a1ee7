import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { connectCashfree } from './connection';
import { installPackage, packPackage } from './n8n/communityPackage';
import { errorOf, outputOf } from './n8n/execution';
import { ensureRuntime } from './n8n/runtime';
import { startN8n } from './n8n/server';
import type { N8n } from './n8n/server';
import { readOptions, usage } from './options';
import type { Options } from './options';
import { fillN8n, requireFree, root, whereToGo } from './prepared';
import type { Filled } from './prepared';
import { readOptionsOrExit, runProgram } from './program';
import type { Program } from './program';

const command = 'npm start';
const exampleToRun = 'leads-to-links.json';

/** Starts n8n with the packed package. */
async function startWithPackage(port: number, { progress, signal, cleanups }: Program) {
	const runtime = await ensureRuntime({ progress, signal });
	const userFolder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-'));
	cleanups.push(() => fs.rm(userFolder, { recursive: true, force: true, maxRetries: 5 }));
	progress.step('Building and installing the package');
	const tarball = await packPackage({ source: root, target: userFolder, signal });
	await installPackage({ tarball, userFolder, signal });
	progress.step(`Starting n8n ${runtime.version}`);
	const encryptionKey = randomBytes(24).toString('base64url');
	const place = { userFolder, encryptionKey, port: port || undefined };
	const n8n = await startN8n({ runtime, ...place, signal });
	cleanups.push(() => n8n.stop());
	return n8n;
}

/** Runs the example workflow and prints what its last node gives. */
async function runExample(n8n: N8n, { examples }: Filled, { progress, signal }: Program) {
	const workflow = examples.get(exampleToRun);
	if (!workflow) throw new Error(`There is no examples/${exampleToRun}.`);
	progress.step(`Running the workflow "${workflow.name}"`);
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	const execution = await n8n.rest.runWorkflow(workflow, { trigger: trigger?.name ?? '', signal });
	const error = errorOf(execution);
	if (error) throw new Error(`The workflow "${workflow.name}" did not succeed: ${error}`);
	console.log(JSON.stringify(outputOf(execution), null, 2));
}

async function start(options: Options, program: Program) {
	await requireFree(command, '--port', options.port);
	if (!options.sandboxKeys) await requireFree(command, '--cashfree-port', options.cashfreePort);
	const { where, credential, close } = await connectCashfree(options);
	program.cleanups.push(close);
	const n8n = await startWithPackage(options.port, program);
	const filled = await fillN8n(n8n, credential);
	if (!options.sandboxKeys) await runExample(n8n, filled, program);
	if (options.once) return;
	console.log(whereToGo(n8n, filled, where));
	if (options.sandboxKeys) {
		console.log('Nothing was run: open an example in the editor and run it when you want to.\n');
	} else {
		console.log(`Verifications, webhooks and faults: ${new URL('/_local/', where).href}\n`);
	}
	console.log('Ctrl-C ends everything.');
	await n8n.ended;
	if (!program.signal.aborted) throw new Error('n8n has ended by itself. Start again.');
}

const options = readOptionsOrExit(() => readOptions(process.argv.slice(2), process.env), usage);
if (options) void runProgram((program) => start(options, program));
