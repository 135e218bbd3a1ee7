const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { packPackage } = require('../../local/n8n/communityPackage');
const { npmCi } = require('../../local/n8n/npmCi');
const { createProgress } = require('../../local/n8n/progress');
const { ensureRuntime, removeRuntime } = require('../../local/n8n/runtime');
const { ensurePrograms } = require('../../local/queueMode/programs');
const { ensureChromium } = require('./support/chromium');
const { leftOut } = require('./support/features');
const { runJest } = require('./support/jest');
const { readOptions, usage } = require('./support/options');
const { table } = require('./support/table');
const [newest] = require('../../local/n8n/versions.json');

const root = path.resolve(__dirname, '..', '..');
const pictures = path.join(root, 'docs', 'pictures');
const progress = createProgress(process.stderr);
const abort = new AbortController();
const { signal } = abort;

/**
 * @param {string} version of n8n
 * @param {string[]} jestArgs
 * @param {object} context what the tests need to know
 */
async function testWith(version, jestArgs, context) {
	const runtime = await ensureRuntime({ version, progress, signal });
	progress.step(`Testing with n8n ${version}`);
	for (const reason of leftOut(version)) progress.step(`Left out: ${reason}`);
	return await runJest(jestArgs, { ...context, runtime }, signal);
}

/**
 * One version after the other, with no more than two of them on the disk. What does not let itself be
 * installed counts as one failure.
 */
async function testWithAll(versions, jestArgs, context) {
	const results = [];
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
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-e2e-'));
	try {
		progress.step('Building and packing the package');
		const tarball = await packPackage({ source: root, target: folder, signal });
		const taken = options.screenshots && pictures;
		const context = { folder, tarball, browser, queueMode, pictures: taken };
		const { versions, jestArgs } = options;
		process.exitCode = options.all
			? await testWithAll(versions, jestArgs, context)
			: (await testWith(versions[0], jestArgs, context)).code;
	} finally {
		await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

main().catch((error) => {
	progress.step(error.message);
	process.exitCode = 1;
});
