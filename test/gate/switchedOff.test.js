const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { switchedOff } = require('./switchedOff');

let root;
let file;

beforeEach(async () => {
	root = await fs.mkdtemp(path.join(os.tmpdir(), 'gate-'));
	file = path.join(root, 'nodes', 'help.ts');
	await fs.mkdir(path.join(root, 'credentials'));
	await fs.mkdir(path.join(root, 'nodes'));
});

afterEach(async () => await fs.rm(root, { recursive: true }));

it('The gate takes comments that switch nothing off', async () => {
	await fs.writeFile(file, '// an eslint rule stands behind this\n/** Not a global one. */\n');
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
	await fs.writeFile(file, `const b = 2;\n${comment}\n`);
	expect(await switchedOff(root)).toEqual([
		expect.stringMatching(/^nodes\/help\.ts:2 switches a rule off: /),
	]);
});
