import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { switchedOff } from './switchedOff';

let root: string;
let file: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'gate-'));
	file = join(root, 'nodes', 'help.ts');
	await mkdir(join(root, 'credentials'));
	await mkdir(join(root, 'nodes'));
});

afterEach(async () => await rm(root, { recursive: true }));

it('The gate takes comments that switch nothing off', async () => {
	await writeFile(file, '// an eslint rule stands behind this\n/** Not a global one. */\n');
	expect(await switchedOff(root)).toEqual([]);
});

it.each([
	'// eslint-disable-next-line no-console',
	'/* eslint-disable */',
	'/* eslint no-console: off */',
	'/** @ts-nocheck */',
	'const a = 1; // @ts-expect-error',
	'// @ts-ignore',
])('The gate refuses a rule switched off by %s', async (comment) => {
	await writeFile(file, `const b = 2;\n${comment}\n`);
	expect(await switchedOff(root)).toEqual([
		expect.stringMatching(/^nodes\/help\.ts:2 switches a rule off: /),
	]);
});
