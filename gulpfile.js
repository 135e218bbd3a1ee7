// JavaScript, since gulp loads it as it is.
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { rm } = require('node:fs/promises');
const { parseArgs } = require('node:util');
const { dest, parallel, series, src, watch } = require('gulp');

/** Where the built package goes: `dist`, or the folder that `--out` names. */
const { out } = parseArgs({
	strict: false,
	options: { out: { type: 'string', default: 'dist' } },
}).values;

const clean = () => rm(out, { recursive: true, force: true });

/** Runs the TypeScript compiler that the lock file names; it ends with gulp, however that ends. */
async function runCompiler(...options) {
	const script = [
		'--require',
		'./local/n8n/endWithParent.js',
		require.resolve('typescript/bin/tsc'),
	];
	const args = [...script, '--outDir', out, ...options];
	const child = spawn(process.execPath, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
	const [code] = await once(child, 'exit');
	if (code !== 0) throw new Error('The TypeScript compiler reported the faults above.');
}
const compile = () => runCompiler();
const keepCompiling = () => runCompiler('--watch', '--sourceMap', '--preserveWatchOutput');

const assetFiles = ['icons/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'];

/** Puts what the compiler leaves out beside the compiled code: icons, codex files, output schemas. */
const assets = () => src(assetFiles, { base: '.', encoding: false }).pipe(dest(out));
const keepCopying = () => watch(assetFiles, assets);

exports.build = series(clean, parallel(compile, assets));
/** Builds with source maps, and again what changes, until it is ended. */
exports.watch = series(clean, assets, parallel(keepCompiling, keepCopying));
