const { existsSync } = require('node:fs');
const path = require('node:path');
const { runs } = require('./nodeBinary');
const { runNpm } = require('./npm');

/** The native parts without which n8n does not start. */
const nativeParts = ['sqlite3', 'isolated-vm'];

/**
 * Makes n8n's native parts ready: those that do not load as they came are fetched or compiled by
 * their own install script.
 *
 * @param {string} node path of the Node binary that will run n8n
 * @param {string} cwd where n8n is installed
 * @param {import('./npmInstall').Context} context
 * @throws with what is needed, where one cannot be made ready
 */
async function prepareNativeParts(node, cwd, { progress, signal }) {
	// Headers that came with Node spare the compiler a download.
	const nodeHome = path.dirname(path.dirname(node));
	const hasHeaders = existsSync(path.join(nodeHome, 'include', 'node', 'node.h'));
	/** @type {NodeJS.ProcessEnv} */
	const env = hasHeaders ? { npm_config_nodedir: nodeHome } : {};

	for (const name of nativeParts) {
		const loads = () => runs(node, `require('${name}')`, cwd);
		if (!existsSync(path.join(cwd, 'node_modules', name)) || (await loads())) continue;
		progress.step(`Fetching or compiling ${name} (up to two minutes)`);
		let reason = '';
		try {
			await runNpm(['rebuild', name, '--ignore-scripts=false'], { cwd, node, env, signal });
		} catch (error) {
			signal?.throwIfAborted();
			reason = /** @type {Error} */ (error).message;
		}
		if (await loads()) continue;
		throw new Error(
			`${name}, which n8n needs, could not be made ready. It comes ready-made from github.com; ` +
				'where that is out of reach it is compiled, for which Python 3, make and a C++ compiler ' +
				`have to be installed. ${reason}`,
		);
	}
}

module.exports = { nativeParts, prepareNativeParts };
