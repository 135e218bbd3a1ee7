import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { name as packageName } from '../package.json';
import { connectCashfree } from './connection';
import { startNode } from './n8n/nodeProcess';
import { host } from './n8n/ports';
import { ensureRuntime } from './n8n/runtime';
import { startN8n } from './n8n/server';
import { devUsage, readDevOptions } from './options';
import type { DevOptions } from './options';
import { fillN8n, requireFree, root, whereToGo } from './prepared';
import { readOptionsOrExit, runProgram } from './program';
import type { Program } from './program';

const command = 'npm run dev';
const gulpScript = path.join(root, 'node_modules', 'gulp', 'bin', 'gulp.js');

/**
 * Builds the package with source maps where n8n looks for community packages, and again what changes.
 * Resolves when it was built for the first time.
 */
async function keepBuilding(userFolder: string, { progress, signal, cleanups }: Program) {
	const target = path.join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	await fs.mkdir(target, { recursive: true });
	await fs.copyFile(path.join(root, 'package.json'), path.join(target, 'package.json'));
	await new Promise<void>((resolve, reject) => {
		const gulp = startNode({
			node: process.execPath,
			args: [gulpScript, '--silent', 'watch', '--out', path.join(target, 'dist')],
			cwd: root,
			env: process.env,
			onLine(line) {
				if (/Found 0 errors/.test(line)) progress.step('The package is compiled.');
				else if (line.trim() && !/File change detected|Starting compilation/.test(line))
					progress.step(line);
				if (/Found \d+ errors?/.test(line)) resolve();
			},
			signal,
		});
		cleanups.push(() => gulp.stop());
		void gulp.exited.then(() => reject(new Error('The package could not be built.')));
	});
}

async function dev(options: DevOptions, program: Program) {
	const { progress, signal, cleanups } = program;
	await requireFree(command, '--port', options.port);
	await requireFree(command, '--inspect-port', options.inspectPort);
	if (!options.sandboxKeys) await requireFree(command, '--cashfree-port', options.cashfreePort);
	const { where, credential, close } = await connectCashfree(options);
	cleanups.push(close);
	const runtime = await ensureRuntime({ progress, signal });
	// Without a link in it: n8n knows its files by their real paths.
	const temporary = await fs.realpath(os.tmpdir());
	const userFolder = await fs.mkdtemp(path.join(temporary, 'cashfree-vkyc-dev-'));
	cleanups.push(() => fs.rm(userFolder, { recursive: true, force: true, maxRetries: 5 }));
	progress.step('Building the package');
	await keepBuilding(userFolder, program);

	progress.step(`Starting n8n ${runtime.version}`);
	const n8n = await startN8n({
		runtime,
		nodeOptions: [`--inspect=${host}:${options.inspectPort}`],
		userFolder,
		encryptionKey: randomBytes(24).toString('base64url'),
		port: options.port || undefined,
		env: { N8N_DEV_RELOAD: 'true' },
		signal,
	});
	cleanups.push(() => n8n.stop());
	const filled = await fillN8n(n8n, credential);
	console.log(`${whereToGo(n8n, filled, where)}Debugger: ${host}:${options.inspectPort}

What you change under nodes/ and credentials/ is compiled, and n8n loads it: run the workflow again,
and reload the page where it shows the old fields. Workflows made here are gone with Ctrl-C.

Ctrl-C ends everything.`);
	await n8n.ended;
	if (!signal.aborted) throw new Error('n8n has ended by itself. Start again.');
}

const options = readOptionsOrExit(
	() => readDevOptions(process.argv.slice(2), process.env),
	devUsage,
);
if (options) void runProgram((program) => dev(options, program));
