import { readdir, stat, access, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** Bytes that the unpacked package may have. */
export const sizeLimit = 350_000;

/** @returns paths of all files below it, with `/`; none where it does not exist */
export async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true }).catch(() => []);
	const isFile = async (entry: string) => (await stat(join(folder, entry))).isFile();
	const kept = await Promise.all(entries.map(isFile));
	return entries
		.filter((_, index) => kept[index])
		.map((file) => file.replaceAll('\\', '/'))
		.sort();
}

/** What the package has to bring beside its compiled code, read off the source. */
async function wantedFiles(root: string) {
	const below = async (folder: string, kind: RegExp) =>
		(await filesIn(join(root, folder)))
			.filter((file) => kind.test(file))
			.map((file) => `dist/${folder}/${file}`);
	return [
		...['LICENSE', 'README.md', 'package.json'],
		...(await below('icons', /\.svg$/)),
		...(await below('nodes', /(\.node\.json|__schema__\/.*\.json)$/)),
	];
}

/** Compiled code of this package's own sources. */
async function isCompiled(root: string, file: string) {
	const [, source] = /^dist\/((?:nodes|credentials)\/.*)\.js$/.exec(file) ?? [];
	if (!source) return false;
	return await access(join(root, `${source}.ts`)).then(
		() => true,
		() => false,
	);
}

/** Files that the code requires and that are not there. */
async function brokenRequires(unpacked: string, files: string[]) {
	const findings: string[] = [];
	for (const file of files.filter((name) => name.endsWith('.js'))) {
		const code = await readFile(join(unpacked, file), 'utf8');
		for (const [, wanted = ''] of code.matchAll(/\brequire\(["'](\.{1,2}\/[^"']*)["']\)/g)) {
			const target = posix.join(posix.dirname(file), wanted);
			const isThere = [target, `${target}.js`, `${target}.json`, `${target}/index.js`].some(
				(name) => files.includes(name),
			);
			if (!isThere) findings.push(`${file} requires ${wanted}, which is not in the package`);
		}
	}
	return findings;
}

/** Source maps, and comments that point at one, whose other end is not there. */
async function brokenSourceMaps(unpacked: string, files: string[]) {
	const findings: string[] = [];
	const has = (file: string, target: string) =>
		files.includes(posix.join(posix.dirname(file), decodeURIComponent(target)));
	for (const file of files) {
		const text = await readFile(join(unpacked, file), 'utf8');
		if (file.endsWith('.map')) {
			const { sources = [], sourcesContent = [] } = JSON.parse(text) as {
				sources?: string[];
				sourcesContent?: unknown[];
			};
			for (const [index, source] of sources.entries()) {
				const isThere = typeof sourcesContent[index] === 'string' || has(file, source);
				if (!isThere) findings.push(`${file} points at ${source}, which is not in the package`);
			}
		} else if (/\.[cm]?js$/.test(file)) {
			for (const [, target = ''] of text.matchAll(/[#@] ?sourceMappingURL=(?!data:)(\S+)/g)) {
				if (!has(file, target)) findings.push(`${file} points at the source map ${target}`);
			}
		}
	}
	return findings;
}

/**
 * What is wrong with the files of the packed package.
 *
 * @param unpacked the folder `package` of the unpacked tarball
 * @param root the folder it was packed from
 * @returns a line for each finding
 */
export async function checkTarball(unpacked: string, root: string): Promise<string[]> {
	const files = await filesIn(unpacked);
	const findings: string[] = [];
	const wanted = await wantedFiles(root);
	for (const file of wanted.filter((name) => !files.includes(name))) {
		findings.push(`${file} is missing`);
	}
	for (const file of files) {
		if (wanted.includes(file) || (await isCompiled(root, file))) continue;
		findings.push(`${file} does not belong into the package`);
	}
	const manifest = await readFile(join(unpacked, 'package.json'), 'utf8');
	const { n8n } = JSON.parse(manifest) as { n8n: Record<string, string[] | undefined> };
	for (const kind of ['nodes', 'credentials']) {
		if (!n8n[kind]?.length) findings.push(`package.json names no n8n.${kind}`);
		for (const file of n8n[kind] ?? []) {
			if (!files.includes(file)) findings.push(`${file} of n8n.${kind} is not in the package`);
		}
	}
	const sizes = files.map(async (file) => (await stat(join(unpacked, file))).size);
	const size = (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
	if (size > sizeLimit) findings.push(`${size} bytes unpacked are more than ${sizeLimit}`);
	return [
		...findings,
		...(await brokenRequires(unpacked, files)),
		...(await brokenSourceMaps(unpacked, files)),
	];
}
