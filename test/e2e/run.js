const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { packPackage } = require('../../local/n8n/communityPackage');
const { npmCi } = require('../../local/n8n/npmCi');
const { createProgress } = require('../../local/n8n/progress');
const { ensureRuntime } = require('../../local/n8n/runtime');
const { readOptions, usage } = require('./support/options');
const { ensureChromium } = require('./support/chromium');

const root = path.resolve(__dirname, '..', '..');
const pictures = path.join(root, 'docs', 'pictures');
const progress = createProgress(process.stderr);

/**
 * @param {string[]} args for jest
 * @param {object} context what the tests need to know
 * @param {AbortSignal} signal
 * @returns {Promise<number>} jest's exit code
 */
async function runJest(args, context, signal) {
	const jest = require.resolve('jest/bin/jest', { paths: [root] });
	const config = path.join(__dirname, 'jest.config.js');
	const child = spawn(process.execPath, [jest, '--config', config, '--runInBand', ...args], {
		stdio: 'inherit',
		env: { ...process.env, E2E: JSON.stringify(context) },
	});
	signal.addEventListener('abort', () => child.kill('SIGTERM'));
	const [code] = await once(child, 'exit');
	return code ?? 1;
}

async function main() {
	const options = readOptions(process.argv.slice(2));
	if (options.help) return console.log(usage);
	const abort = new AbortController();
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => abort.abort());
	const { signal } = abort;
	await npmCi(__dirname, { title: 'the dependencies of test/e2e', progress, signal });
	const browser = options.browser ? await ensureChromium(progress) : { reason: '--no-browser' };
	if (!browser.path) {
		progress.step(`The tests of the editor are left out, and count as skipped: ${browser.reason}`);
	}
	const runtime = await ensureRuntime({ version: options.n8n, progress, signal });
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-e2e-'));
	try {
		progress.step('Building and packing the package');
		const tarball = await packPackage({ source: root, target: folder, signal });
		progress.step(`Testing with n8n ${runtime.version}`);
		const context = {
			folder,
			tarball,
			runtime,
			browser,
			pictures: options.screenshots && pictures,
		};
		process.exitCode = await runJest(options.jestArgs, context, signal);
	} finally {
		await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

main().catch((error) => {
	progress.step(error.message);
	process.exitCode = 1;
});
