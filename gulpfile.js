const { parallel, series, src, dest } = require('gulp');
const { rimraf } = require('rimraf');
const { execFile } = require('node:child_process');
const { promisify } = require('node:util');

const clean = () => rimraf('dist');

const run = promisify(execFile);

/** Compiles with the TypeScript compiler that the lock file names. */
async function compile() {
	const compiler = require.resolve('typescript/bin/tsc');
	try {
		await run(process.execPath, [compiler]);
	} catch (error) {
		process.stdout.write(/** @type {{ stdout: string }} */ (error).stdout);
		throw new Error('The TypeScript compiler reported the faults above.');
	}
}

/** Lays the compiled code out as the sources are, which makes the package a tenth smaller. */
async function layOut() {
	const prettier = require.resolve('prettier/bin/prettier.cjs');
	// git ignores the folder, and Prettier what git ignores, unless it is told another list
	const options = ['--write', '--log-level=warn', '--ignore-path=.prettierrc.json'];
	await run(process.execPath, [prettier, ...options, 'dist/**/*.js']);
}

/** Puts what the compiler leaves out beside the compiled code: icons, codex files, output schemas. */
const assets = () =>
	src(['icons/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));

exports.build = series(clean, parallel(series(compile, layOut), assets));
