import { scripts } from '../../package.json';
import { lintFaults } from './lintFaults';

it('the linter refuses types imported among values, in any folder', async () => {
	const mixed = "import { a, type B } from './a';\n\nexport const c: B = a;\n";
	const apart =
		"import type { B } from './a';\nimport { a } from './a';\n\nexport const c: B = a;\n";
	expect(
		await lintFaults('lint:style', {
			...{ 'nodes/mixed.ts': mixed, 'local/mixed.ts': mixed, 'test/deep/mixed.ts': mixed },
			...{ 'nodes/apart.ts': apart, 'dist/mixed.ts': mixed },
		}),
	).toEqual(['local/mixed.ts:1', 'nodes/mixed.ts:1', 'test/deep/mixed.ts:1']);
});

it('the linter refuses an unused and an undefined name in JavaScript, in any folder', async () => {
	const unused = "const fs = require('node:fs');\n";
	const good =
		"module.exports = { ...require('./a'), folder: __dirname, now: process.hrtime() };\n";
	expect(
		await lintFaults('lint:style', {
			...{ 'gulpfile.js': unused, 'test/support/a.js': unused, '.github/a.js': unused },
			...{ 'jest.config.js': good, '.depcruise.cjs': good, 'local/a.js': 'planted();\n' },
			'bench/a.mjs': 'export const here = import.meta.url;\nexport default planted;\n',
		}),
	).toEqual([
		'.github/a.js:1',
		'bench/a.mjs:2',
		'gulpfile.js:1',
		'local/a.js:1',
		'test/support/a.js:1',
	]);
});

it('npm run lint has the linter look at the style', () => {
	expect(scripts.lint.split(' && ')).toContain('npm run lint:style');
});
