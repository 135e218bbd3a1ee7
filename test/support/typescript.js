/**
 * Lets this process load the project's TypeScript files, as jest does in the tests.
 */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

const others = { ...require.extensions };
for (const extension of Object.keys(others)) delete require.extensions[extension];

// It comes first, since a node's TypeScript and JSON differ in the extension alone.
require.extensions['.ts'] = (module, filename) => {
	const { code } = transformSync(readFileSync(filename, 'utf8'), {
		filename,
		jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
		module: { type: 'commonjs' },
		sourceMaps: 'inline',
	});
	/** @type {NodeJS.Module & { _compile(code: string, filename: string): void }} */ (
		module
	)._compile(code, filename);
};

Object.assign(require.extensions, others);
