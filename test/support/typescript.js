/**
 * Lets this process load the project's TypeScript files, as jest does in the tests.
 */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

const others = { ...require.extensions };
for (const extension of Object.keys(others)) delete require.extensions[extension];

/** @typedef {NodeJS.Module & { _compile(code: string, filename: string): void }} LoadedModule */

// It comes first, since a node's TypeScript and JSON differ in the extension alone.
require.extensions['.ts'] = (
	/** @type {NodeJS.Module} */ module,
	/** @type {string} */ filename,
) => {
	const { code } = transformSync(readFileSync(filename, 'utf8'), {
		filename,
		jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
		module: { type: 'commonjs' },
		sourceMaps: 'inline',
	});
	/** @type {LoadedModule} */ (module)._compile(code, filename);
};

Object.assign(require.extensions, others);
