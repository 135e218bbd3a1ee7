import { existsSync } from 'node:fs';
import path from 'node:path';
import { runs } from './nodeBinary';
import { runNpm } from './npm';
import type { Context } from './npmInstall';

/** The native parts without which n8n does not start. */
export const nativeParts = ['sqlite3', 'isolated-vm'];

/**
 * Makes n8n's native parts ready: those that do not load as they came are fetched or compiled by
 * their own install script.
 *
 * @param node path of the Node binary that will run n8n
 * @param cwd where n8n is installed
 * @throws with what is needed, where one cannot be made ready
 */
export async function prepareNativeParts(node: string, cwd: string, { progress, signal }: Context) {
	// Headers that came with Node spare the compiler a download.
	const nodeHome = path.dirname(path.dirname(node));
	const hasHeaders = existsSync(path.join(nodeHome, 'include', 'node', 'node.h'));
	const env: NodeJS.ProcessEnv = hasHeaders ? { npm_config_nodedir: nodeHome } : {};

	for (const name of nativeParts) {
		const loads = () => runs(node, `require('${name}')`, cwd);
		if (!existsSync(path.join(cwd, 'node_modules', name)) || (await loads())) continue;
		progress.step(`Fetching or compiling ${name} (up to two minutes)`);
		let reason = '';
		try {
			await runNpm(['rebuild', name, '--ignore-scripts=false'], { cwd, node, env, signal });
		} catch (error) {
			signal?.throwIfAborted();
			reason = (error as Error).message;
		}
		if (await loads()) continue;
		throw new Error(
			`${name}, which n8n needs, could not be made ready. It comes ready-made from github.com; ` +
				'where that is out of reach it is compiled, for which Python 3, make and a C++ compiler ' +
				`have to be installed. ${reason}`,
		);
	}
}
