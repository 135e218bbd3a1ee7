const { execFile } = require('node:child_process');
const { existsSync } = require('node:fs');
const { promisify } = require('node:util');

const run = promisify(execFile);

const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const packages = ['chromium', 'fonts-dejavu-core'];

const installed = () => places.find((place) => existsSync(place));

/**
 * Finds Chromium, or installs Debian's where this process may.
 *
 * @param {import('../../../local/n8n/progress').Progress} progress
 * @returns {Promise<{ path?: string, reason?: string }>} where it is, or why the tests of the editor
 * have to be left out
 */
async function ensureChromium(progress) {
	const path = process.env.CHROMIUM || installed();
	if (path) return { path };
	const isRoot = process.getuid?.() === 0;
	if (!isRoot || !existsSync('/usr/bin/apt-get')) {
		return { reason: 'no Chromium here: install it, or name one in CHROMIUM' };
	}
	progress.step('Installing Chromium with apt-get');
	try {
		await run('apt-get', ['update'], { env });
		await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env });
	} catch (error) {
		const said = String(error.stderr || error.message).trim();
		return { reason: `Chromium could not be installed: ${said.split('\n').at(-1)}` };
	}
	return { path: installed(), reason: 'apt-get has installed Chromium elsewhere' };
}

module.exports = { ensureChromium };
