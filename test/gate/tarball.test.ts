import { mkdir, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkTarball, sizeLimit } from './tarball';

let folder: string;
let root: string;
let unpacked: string;

const put = async (base: string, files: Record<string, string>) => {
	for (const [file, text] of Object.entries(files)) {
		await mkdir(dirname(join(base, file)), { recursive: true });
		await writeFile(join(base, file), text);
	}
};

const node = 'dist/nodes/A/A.node.js';
const credential = 'dist/credentials/A.credentials.js';

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gate-'));
	[root, unpacked] = [join(folder, 'root'), join(folder, 'package')];
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
	await put(join(unpacked, 'dist'), assets);
	await put(unpacked, {
		LICENSE: '',
		'README.md': '',
		'package.json': JSON.stringify({ n8n: { nodes: [node], credentials: [credential] } }),
		[node]: "require('./help');",
		'dist/nodes/A/help.js': '',
		[credential]: '',
	});
});

afterEach(async () => await rm(folder, { recursive: true }));

describe('The gate takes', () => {
	it('a package that holds what belongs to it', async () => {
		expect(await checkTarball(unpacked, root)).toEqual([]);
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
		await rm(join(unpacked, file));
		expect(await checkTarball(unpacked, root)).toEqual([`${file} is missing`]);
	});

	it.each([
		['nodes', node],
		['credentials', credential],
	])('whose n8n.%s names a file that is not there', async (kind, file) => {
		await rm(join(unpacked, file));
		expect(await checkTarball(unpacked, root)).toEqual([
			`${file} of n8n.${kind} is not in the package`,
		]);
	});

	it('that names no node', async () => {
		await put(unpacked, { 'package.json': JSON.stringify({ n8n: { credentials: [credential] } }) });
		expect(await checkTarball(unpacked, root)).toEqual(['package.json names no n8n.nodes']);
	});

	it('whose code requires a file that is not there', async () => {
		await rm(join(unpacked, 'dist/nodes/A/help.js'));
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
