const { readFileSync } = require('node:fs');
const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { releaseNotes } = require('../../.github/releaseNotes');
const { version } = require('../../package.json');
const { checkSubject } = require('./comingRules');
const { switchedOff } = require('./switchedOff');
const { checkTarball, sizeLimit } = require('./tarball');

let folder;
let root;
let unpacked;

const put = async (base, files) => {
	for (const [file, text] of Object.entries(files)) {
		await fs.mkdir(path.dirname(path.join(base, file)), { recursive: true });
		await fs.writeFile(path.join(base, file), text);
	}
};

const node = 'dist/nodes/A/A.node.js';
const credential = 'dist/credentials/A.credentials.js';

beforeEach(async () => {
	folder = await fs.mkdtemp(path.join(os.tmpdir(), 'gate-'));
	[root, unpacked] = [path.join(folder, 'root'), path.join(folder, 'package')];
	const assets = {
		'icons/a.svg': '<svg/>',
		'nodes/A/A.node.json': '{}',
		'nodes/A/__schema__/v1.0.0/b/c.json': '{}',
	};
	await put(root, {
		...assets,
		'nodes/A/A.node.ts': '',
		'nodes/A/help.ts': '',
		'credentials/A.credentials.ts': '',
	});
	await put(path.join(unpacked, 'dist'), assets);
	await put(unpacked, {
		LICENSE: '',
		'README.md': '',
		'package.json': JSON.stringify({ n8n: { nodes: [node], credentials: [credential] } }),
		[node]: "require('./help');",
		'dist/nodes/A/help.js': '',
		[credential]: '',
	});
});

afterEach(async () => await fs.rm(folder, { recursive: true }));

describe('The gate takes', () => {
	it('a package that holds what belongs to it', async () => {
		expect(await checkTarball(unpacked, root)).toEqual([]);
		expect(await switchedOff(root)).toEqual([]);
	});

	it('a source map that carries its sources', async () => {
		const map = JSON.stringify({ sources: ['../../../nodes/A/help.ts'], sourcesContent: ['x'] });
		await put(unpacked, {
			'dist/nodes/A/help.js': '//# sourceMappingURL=help.js.map',
			'dist/nodes/A/help.js.map': map,
		});
		expect(await checkTarball(unpacked, root)).toEqual([
			'dist/nodes/A/help.js.map does not belong into the package',
		]);
	});
});

describe('The gate refuses a package', () => {
	it.each(['dist/nodes/A/A.test.js', '.env', 'dist/credentials/old.js', 'nodes/A/A.node.ts'])(
		'with %s in it',
		async (file) => {
			await put(unpacked, { [file]: '' });
			expect(await checkTarball(unpacked, root)).toEqual([
				`${file} does not belong into the package`,
			]);
		},
	);

	it.each([
		'LICENSE',
		'README.md',
		'dist/icons/a.svg',
		'dist/nodes/A/A.node.json',
		'dist/nodes/A/__schema__/v1.0.0/b/c.json',
	])('without %s', async (file) => {
		await fs.rm(path.join(unpacked, file));
		expect(await checkTarball(unpacked, root)).toEqual([`${file} is missing`]);
	});

	it.each([
		['nodes', node],
		['credentials', credential],
	])('whose n8n.%s names a file that is not there', async (kind, file) => {
		await fs.rm(path.join(unpacked, file));
		expect(await checkTarball(unpacked, root)).toEqual([
			`${file} of n8n.${kind} is not in the package`,
		]);
	});

	it('that names no node', async () => {
		await put(unpacked, { 'package.json': JSON.stringify({ n8n: { credentials: [credential] } }) });
		expect(await checkTarball(unpacked, root)).toEqual(['package.json names no n8n.nodes']);
	});

	it('whose code requires a file that is not there', async () => {
		await fs.rm(path.join(unpacked, 'dist/nodes/A/help.js'));
		expect(await checkTarball(unpacked, root)).toEqual([
			`${node} requires ./help, which is not in the package`,
		]);
	});

	it('with a comment that points at a source map that is not there', async () => {
		await put(unpacked, { 'dist/nodes/A/help.js': '//# sourceMappingURL=help.js.map' });
		expect(await checkTarball(unpacked, root)).toEqual([
			'dist/nodes/A/help.js points at the source map help.js.map',
		]);
	});

	it('with a source map of sources that are not there', async () => {
		const map = JSON.stringify({ sources: ['../../../nodes/A/help.ts'] });
		await put(unpacked, { 'dist/nodes/A/help.js.map': map });
		expect(await checkTarball(unpacked, root)).toContain(
			'dist/nodes/A/help.js.map points at ../../../nodes/A/help.ts, which is not in the package',
		);
	});

	it('that is larger than allowed', async () => {
		await put(unpacked, { 'README.md': 'x'.repeat(sizeLimit) });
		expect(await checkTarball(unpacked, root)).toEqual([
			expect.stringMatching(/^\d+ bytes unpacked are more than \d+$/),
		]);
	});
});

it.each([
	'// eslint-disable-next-line no-console',
	'/* eslint-disable */',
	'/* eslint no-console: off */',
	'/** @ts-nocheck */',
	'const a = 1; // @ts-expect-error',
	'// @ts-ignore',
])('The gate refuses a rule switched off by %s', async (comment) => {
	await put(root, { 'nodes/A/help.ts': `const b = 2;\n${comment}\n` });
	expect(await switchedOff(root)).toEqual([
		expect.stringMatching(/^nodes\/A\/help\.ts:2 switches a rule off: /),
	]);
});

describe('The gate refuses a node', () => {
	const parameter = { displayName: 'Text', name: 'text', type: 'string', default: '' };
	const good = {
		description: { name: 'aNode', defaults: {}, credentials: [{}], properties: [parameter] },
		codex: { categories: ['Sales'] },
		manifest: { license: 'MIT' },
		icons: { light: '<path fill="#000"/>', dark: '<path fill="#ffffff"/>' },
	};
	const withDescription = (change) => ({ description: { ...good.description, ...change } });
	const withParameter = (change) => withDescription({ properties: [{ ...parameter, ...change }] });
	const inCollection = (change) =>
		withParameter({ type: 'collection', options: [{ ...parameter, ...change }] });
	const choices = (...names) =>
		inCollection({ type: 'options', options: names.map((name) => ({ name, value: name })) });

	it('of which nothing is wrong not', () => {
		expect(checkSubject(good)).toEqual([]);
	});

	it.each([
		['hint-max-length', inCollection({ hint: 'x'.repeat(121) })],
		['icon-contrast', { icons: { ...good.icons, dark: '<path fill="#000"/>' } }],
		['no-asterisk-in-option-names', choices('* All')],
		['no-codex-subcategories', { codex: { subcategories: { Sales: ['CRM'] } } }],
		['no-duplicate-param-options', choices('A', 'A')],
		['no-monorepo', { manifest: { license: 'MIT', repository: { directory: 'a' } } }],
		['node-class-description-name-camelcase', withDescription({ name: 'A-node' })],
		['node-class-description-non-core-color', withDescription({ defaults: { color: '#FF6D5A' } })],
		['open-ended-node-fields', withParameter({ type: 'json' })],
		['options-sorted-alphabetically', choices('B', 'A')],
		['require-mit-license', { manifest: { license: 'ISC' } }],
		['require-param-default', inCollection({ default: undefined })],
		['single-credential-per-node', withDescription({ credentials: [{}, { name: 'other' }] })],
		['valid-node-categories', { codex: { categories: ['AI'] } }],
	])('that breaks %s', (rule, change) => {
		expect(checkSubject({ ...good, ...change })).toEqual([
			expect.stringMatching(new RegExp(`\\(${rule}\\)$`)),
		]);
	});
});

describe('The notes of a release', () => {
	const changelog =
		'# Changelog\n\n## 0.2.0 (2026-12-01)\n\nSecond.\n\n- New\n\n## 0.1.0\n\nFirst.\n';

	it('are the part of the changelog about its version', () => {
		expect(releaseNotes(changelog, '0.2.0')).toBe('Second.\n\n- New');
		expect(releaseNotes(changelog, '0.1.0')).toBe('First.');
	});

	it.each(['0.1', '0.3.0', '0.2.0 '])('are missing for %j', (version) => {
		expect(() => releaseNotes(changelog, version)).toThrow('says nothing about');
	});

	it('exist for the version of the package', () => {
		const text = readFileSync(path.join(__dirname, '../../CHANGELOG.md'), 'utf8');
		expect(releaseNotes(text, version)).not.toBe('');
	});
});
