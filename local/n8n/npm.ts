import fs from 'node:fs';
import path from 'node:path';
import { startNode } from './nodeProcess';
import { explainNpm } from './npmMessages';

const cli = path.join('node_modules', 'npm', 'bin', 'npm-cli.js');

/**
 * Finds npm's JavaScript entry: `npm.cmd` on Windows cannot be started without a shell.
 *
 * @param node path of the running Node binary
 * @returns the path of `npm-cli.js`
 * @throws where npm is not installed
 */
export function findNpm(env: NodeJS.ProcessEnv, node: string): string {
	const folders = (env.PATH ?? env.Path ?? '').split(path.delimiter).filter(Boolean);
	const candidates = [
		// Set by npm for the scripts it runs; other package managers set it to themselves.
		env.npm_execpath ?? '',
		...[path.dirname(node), ...folders].flatMap((folder) => [
			path.join(folder, cli),
			path.join(folder, '..', 'lib', cli),
			path.join(folder, 'npm'),
		]),
	];
	for (const candidate of candidates) {
		if (!fs.existsSync(candidate)) continue;
		const file = fs.realpathSync(candidate);
		if (path.basename(file) === 'npm-cli.js') return file;
	}
	throw new Error('npm was not found beside Node or on the PATH. Install Node with npm.');
}

/**
 * The environment for npm: that of this process without what the npm that started it left there
 * for its own script.
 */
export function npmEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const ofScript =
		/^(npm_(package|lifecycle)_|npm_command$|npm_config_(local_prefix|loglevel)$|INIT_CWD$)/i;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !ofScript.test(name)));
}

interface RunNpmOptions {
	cwd: string;
	/**
	 * the Node binary to run npm with (default: the running one); it comes first on the PATH too,
	 * so that install scripts use it
	 */
	node?: string | undefined;
	/** variables to add */
	env?: NodeJS.ProcessEnv;
	/** gets each line that npm prints */
	onLine?: (line: string) => void;
	/** stops npm when aborted */
	signal?: AbortSignal | undefined;
}

/**
 * Runs npm to its end.
 *
 * @returns what npm printed to standard output
 * @throws with what to do next, where npm does not succeed
 */
export async function runNpm(
	args: string[],
	{ cwd, node = process.execPath, env = {}, onLine, signal }: RunNpmOptions,
): Promise<string> {
	const output: string[] = [];
	const answer: string[] = [];
	const inherited = npmEnvironment(process.env);
	const pathName = Object.keys(inherited).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
	const npm = startNode({
		node,
		args: [findNpm(process.env, process.execPath), ...args],
		cwd,
		env: {
			...inherited,
			[pathName]: [path.dirname(node), inherited[pathName]].join(path.delimiter),
			...env,
		},
		onLine: (line, stream) => {
			(stream === 'stdout' ? answer : output).push(line);
			onLine?.(line);
		},
		signal,
	});
	const { code } = await npm.exited;
	signal?.throwIfAborted();
	if (code !== 0) throw new Error(explainNpm([...output, ...answer].join('\n')));
	return answer.join('\n');
}
