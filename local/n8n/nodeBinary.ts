import path from 'node:path';
import { installOnce } from './installOnce';
import { startNode } from './nodeProcess';
import { npmInstall } from './npmInstall';
import type { Context } from './npmInstall';

/**
 * The major version of the Node that runs n8n. Exactly this one: n8n's native parts come ready-made
 * for it, from n8n 1.123 to the newest, and not for each later one.
 */
export const nodeMajor = 24;

/**
 * The package of the npm registry that holds Node's binary, named as the package `node` names it.
 *
 * @param platform as in `process.platform`
 * @param arch as in `process.arch`
 */
export function nodePackage(platform: string, arch: string): string {
	const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
	return `${prefix}-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/**
 * Runs a line of JavaScript.
 *
 * @param node path of the Node binary
 * @param cwd the folder from which it requires packages
 * @returns whether it ran to its end
 */
export async function runs(node: string, code: string, cwd: string): Promise<boolean> {
	try {
		const args = ['-e', code];
		const { exited } = startNode({ node, args, cwd, env: process.env, onLine: () => {} });
		return (await exited).code === 0;
	} catch {
		return false;
	}
}

/**
 * Makes sure that there is a Node of the wanted major version: the running one, or one from the npm
 * registry in the cache folder.
 *
 * @returns path of its binary
 */
export async function ensureNode(context: Context): Promise<string> {
	if (process.versions.node.startsWith(`${nodeMajor}.`)) return process.execPath;
	const name = nodePackage(process.platform, process.arch);
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	const inFolder = path.join('node_modules', name, 'bin', binary);
	const folder = path.join(context.cache, `node${nodeMajor}-${process.platform}-${process.arch}`);
	await installOnce({
		...context,
		folder,
		bytes: 0.5e9,
		async install(cwd) {
			context.progress.step(`Fetching Node ${nodeMajor}, once, into ${folder}`);
			const manifest = { private: true, dependencies: { [name]: String(nodeMajor) } };
			await npmInstall(`Node ${nodeMajor}`, manifest, { cwd }, context);
			if (await runs(path.join(cwd, inFolder), '', cwd)) return;
			throw new Error(
				`The Node ${nodeMajor} of the npm registry does not start on this system. Install ` +
					`Node ${nodeMajor} yourself and start again with it.`,
			);
		},
	});
	return path.join(folder, inFolder);
}
