const { execFile } = require('node:child_process');
const { existsSync } = require('node:fs');
const { promisify } = require('node:util');

const run = promisify(execFile);

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const installed = () => places.find((place) => existsSync(place));

/**
 * Finds Chromium, or installs Debian's where this process may.
 *
 * @param {import('../../../local/n8n/progress').Progress} progress
 * @returns {Promise<{ path?: string, reason?: string }>} where it is, or why the tests of the editor
 * have to be left out
 */
async function ensureChromium(progress) {
	const given = process.env.CHROMIUM ?? installed();
	if (given) return { path: given };
	const root = process.getuid?.() === 0;
	if (!root || !existsSync('/usr/bin/apt-get')) {
		return { reason: 'no Chromium here: install it, or name one in CHROMIUM' };
	}
	progress.step('Installing Chromium with apt-get');
	try {
		await run('apt-get', ['update']);
		await run('apt-get', [
			'install',
			'--yes',
			'--no-install-recommends',
			'chromium',
			'fonts-dejavu-core',
		]);
	} catch (error) {
		const last = String(error.stderr || error.message)
			.trim()
			.split('\n')
			.at(-1);
		return { reason: `Chromium could not be installed: ${last}` };
	}
	return { path: installed() };
}

module.exports = { ensureChromium };
