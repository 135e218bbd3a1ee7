import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve, join } from 'node:path';
import { packPackage } from '../../local/n8n/communityPackage';
import { npmCi } from '../../local/n8n/npmCi';
import { createProgress } from '../../local/n8n/progress';
import { ensureRuntime, removeRuntime } from '../../local/n8n/runtime';
import { ensurePrograms } from '../../local/queueMode/programs';
import { ensureChromium } from './support/chromium';
import { leftOut } from './support/features';
import type { Counts } from '../support/counts';
import type { Context } from './support/context';
import { runJest } from './support/jest';
import { readOptions, usage } from './support/options';
import { table } from './support/table';
import versionsToTest from '../../local/n8n/versions.json';
const [newest = ''] = versionsToTest;

const root = resolve(__dirname, '..', '..');
const pictures = join(root, 'docs', 'pictures');
const progress = createProgress(process.stderr);
const abort = new AbortController();
const { signal } = abort;

/**
 * @param version of n8n
 * @param context what the tests need to know
 */
async function testWith(version: string, jestArgs: string[], context: Omit<Context, 'runtime'>) {
	const runtime = await ensureRuntime({ version, progress, signal });
	progress.step(`Testing with n8n ${version}`);
	for (const reason of leftOut(version)) progress.step(`Left out: ${reason}`);
	return await runJest(jestArgs, { ...context, runtime }, signal);
}

/**
 * One version after the other, with no more than two of them on the disk. What does not let itself be
 * installed counts as one failure.
 */
async function testWithAll(
	versions: string[],
	jestArgs: string[],
	context: Omit<Context, 'runtime'>,
) {
	const results: ({ version: string; code: number } & Counts)[] = [];
	for (const version of versions) {
		const counts = await testWith(version, jestArgs, context).catch((error) => {
			signal.throwIfAborted();
			progress.step(error.message);
			return { passed: 0, failed: 1, skipped: 0, code: 1 };
		});
		results.push({ version, ...counts });
		signal.throwIfAborted();
		if (version !== newest) await removeRuntime(version);
	}
	console.log(`\n${table(results)}`);
	return Math.max(...results.map(({ code }) => code));
}

async function main() {
	const options = readOptions(process.argv.slice(2));
	if (options.help) return console.log(usage);
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => abort.abort());
	await npmCi(__dirname, { title: 'the dependencies of test/e2e', progress, signal });
	const browser = options.browser ? await ensureChromium(progress) : { reason: '--no-browser' };
	if (!browser.path) {
		progress.step(`The tests of the editor are left out, and count as skipped: ${browser.reason}`);
	}
	const queueMode = await ensurePrograms({ progress, signal });
	if (!queueMode.programs) {
		progress.step(
			`The tests of queue mode are left out, and count as skipped: ${queueMode.reason}`,
		);
	}
	const folder = await mkdtemp(join(tmpdir(), 'cashfree-vkyc-e2e-'));
	try {
		progress.step('Building and packing the package');
		const tarball = await packPackage({ source: root, target: folder, signal });
		const taken = options.screenshots && pictures;
		const context = { folder, tarball, browser, queueMode, pictures: taken };
		const { versions, jestArgs } = options;
		process.exitCode = options.all
			? await testWithAll(versions, jestArgs, context)
			: (await testWith(versions[0] ?? newest, jestArgs, context)).code;
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

main().catch((error) => {
	progress.step(error.message);
	process.exitCode = 1;
});
