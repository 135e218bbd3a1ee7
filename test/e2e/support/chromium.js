const { existsSync } = require('node:fs');
const { installDebian } = require('../../../local/debian');

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
	const refused = await installDebian(packages, progress);
	const reason = `no Chromium here (${refused ?? 'apt-get put it elsewhere'}): name one in CHROMIUM`;
	return { path: installed(), reason };
}

module.exports = { ensureChromium };
