const { execFile } = require('node:child_process');
const { existsSync } = require('node:fs');
const { promisify } = require('node:util');

const run = promisify(execFile);

/**
 * Installs packages of Debian or Ubuntu where this process may.
 *
 * @param {string[]} packages
 * @param {import('./n8n/progress').Progress} progress
 * @returns {Promise<string | undefined>} why that could not be done; undefined where it was
 */
async function installDebian(packages, progress) {
	const isRoot = process.getuid?.() === 0;
	if (!isRoot || !existsSync('/usr/bin/apt-get')) return 'this process may not install them';
	progress.step(`Installing ${packages.join(', ')} with apt-get`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	try {
		await run('apt-get', ['update'], { env });
		await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env });
	} catch (error) {
		const { stderr, message } = /** @type {Error & { stderr?: string }} */ (error);
		return `apt-get says: ${(stderr || message).trim().split('\n').at(-1)}`;
	}
	return undefined;
}

module.exports = { installDebian };
