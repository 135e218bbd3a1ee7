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

/** Puts what the compiler leaves out beside the compiled code: icons, codex files, output schemas. */
const assets = () =>
	src(['icons/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));

exports.build = series(clean, parallel(compile, assets));
