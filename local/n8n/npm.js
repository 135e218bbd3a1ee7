const fs = require('node:fs');
const path = require('node:path');
const { startNode } = require('./nodeProcess');
const { explainNpm } = require('./npmMessages');

const cli = path.join('node_modules', 'npm', 'bin', 'npm-cli.js');

/**
 * Finds npm's JavaScript entry: `npm.cmd` on Windows cannot be started without a shell.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node path of the running Node binary
 * @returns {string} the path of `npm-cli.js`
 * @throws where npm is not installed
 */
function findNpm(env, node) {
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
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function npmEnvironment(env) {
	const ofScript =
		/^(npm_(package|lifecycle)_|npm_command$|npm_config_(local_prefix|loglevel)$|INIT_CWD$)/i;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !ofScript.test(name)));
}

/**
 * Runs npm to its end.
 *
 * @param {string[]} args
 * @param {object} options
 * @param {string} options.cwd
 * @param {string} [options.node] the Node binary to run npm with (default: the running one); it
 * comes first on the PATH too, so that install scripts use it
 * @param {NodeJS.ProcessEnv} [options.env] variables to add
 * @param {(line: string) => void} [options.onLine] gets each line that npm prints
 * @param {AbortSignal} [options.signal] stops npm when aborted
 * @returns {Promise<string>} what npm printed to standard output
 * @throws with what to do next, where npm does not succeed
 */
async function runNpm(args, { cwd, node = process.execPath, env = {}, onLine, signal }) {
	/** @type {string[]} */
	const output = [];
	/** @type {string[]} */
	const answer = [];
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

module.exports = { findNpm, npmEnvironment, runNpm };
