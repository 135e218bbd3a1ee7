import { setMaxListeners } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packPackage } from '../../local/n8n/communityPackage';
import { createProgress } from '../../local/n8n/progress';
import { ensureRuntime } from '../../local/n8n/runtime';
import { ensurePrograms } from '../../local/queueMode/programs';
import type { Context } from '../e2e/support/context';
import { readOptions, usage } from './options';
import type { Options } from './options';
import { planDay } from './plan';
import { plotMemory } from './plot';
import { report } from './report';
import { writeResults } from './results';

const root = resolve(__dirname, '..', '..');
const progress = createProgress(process.stderr);
const abort = new AbortController();
const { signal } = abort;
/** What the day may take beyond its plan, until it is ended. */
const graceMs = 20 * 60_000;

const lines: string[] = [];

function say(text: string) {
	const line = `${new Date().toISOString().slice(11, 19)} ${text}`;
	lines.push(line);
	progress.step(line);
}

/** Rejects when Ctrl-C is pressed, or time is up. */
const ended = async (ms: number) =>
	await new Promise<never>((_, reject) => {
		const end = (reason: string) => () => reject(new Error(reason));
		signal.addEventListener('abort', end('Ended by a signal.'));
		setTimeout(end('The day does not come to an end.'), ms).unref();
	});

/** Keeps what this program has printed. */
async function keepLines(folder: string) {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'soak.log'), `${lines.join('\n')}\n`);
}

/** Keeps the logs of all processes of n8n. */
async function keepLogs({ folder: from }: { folder: string }, folder: string) {
	await mkdir(folder, { recursive: true });
	for (const name of await readdir(from)) {
		const log = join(from, name, 'n8n.log');
		await cp(log, join(folder, `${name}.log`)).catch(() => {});
	}
}

async function prepare(folder: string): Promise<Context> {
	const { programs, reason } = await ensurePrograms({ progress, signal });
	if (!programs) throw new Error(`A day cannot be run without queue mode: ${reason}`);
	const runtime = await ensureRuntime({ progress, signal });
	progress.step('Building and packing the package');
	const tarball = await packPackage({ source: root, target: folder, signal });
	return { folder, tarball, runtime, browser: {}, queueMode: { programs }, pictures: false };
}

async function soak({ seed, scale }: Options, folder: string, kept: string) {
	const plan = planDay(seed, scale);
	const context = await prepare(folder);
	// Where the support of the e2e tests looks for it, once it is loaded.
	process.env.E2E = JSON.stringify(context);
	const { setUp } = await import('./stage.ts');
	const { liveThrough } = await import('./day.ts');
	const late = ended(plan.ms + graceMs);
	const setting = setUp(folder, plan, async (instance) => await keepLogs(instance, kept));
	let passed = false;
	try {
		const stage = await Promise.race([setting, late]);
		say(`The day begins: seed ${seed}, ${plan.deliveries.length} deliveries`);
		const day = await Promise.race([liveThrough(stage, plan, say), late]);
		say(`The day has ended after ${day.minutes.toFixed(1)} minutes\n${report(day)}`);
		await mkdir(kept, { recursive: true });
		await writeFile(join(kept, 'memory.svg'), plotMemory(day.series, day.trends, day.marks));
		await writeFile(join(kept, 'day.json'), JSON.stringify(day, null, '\t'));
		if (plan.isWhole) await writeResults(day, plan, stage);
		passed = day.checks.every(({ holds }) => holds);
	} catch (error) {
		say((error as Error).stack ?? String(error));
	} finally {
		// Also where it was not ready when the day was ended.
		const stage = await setting.catch(() => undefined);
		try {
			if (!passed) await keepLines(kept);
			if (!passed && stage) await keepLogs(stage.instance, kept);
		} finally {
			await stage?.stop();
		}
	}
	return passed;
}

async function main() {
	const options = readOptions(process.argv.slice(2));
	if (options.help) return console.log(usage);
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => abort.abort());
	// As many deliveries can be under way at once.
	setMaxListeners(10_000);
	const folder = await mkdtemp(join(tmpdir(), 'cashfree-vkyc-soak-'));
	const kept = join(tmpdir(), `soak-${options.seed}-${Date.now()}`);
	try {
		const passed = await soak(options, folder, kept);
		if (!passed) process.exitCode = 1;
		console.log(`${passed ? 'Passed' : 'Failed'}; plot and logs: ${kept}`);
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
	process.exit();
}

main().catch((error) => {
	progress.step(error.message);
	process.exit(1);
});
