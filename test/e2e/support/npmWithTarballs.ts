import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What n8n asks of npm when it installs a package, answered from a folder. */
const script = (folder: string) => `#!/bin/sh
set -e
case "$1" in
	view) echo "\\"\${2##*@}\\"" ;;
	pack) cp "${folder}/\${2##*@}.tgz" . && echo "\${2##*@}.tgz" ;;
	outdated | install) ;;
	*) echo "npm $1 is not known here" >&2; exit 1 ;;
esac
`;

/**
 * Stands in for the npm registry, which does not have the package: an `npm` that n8n finds first, and
 * a proxy that leads nowhere, so that n8n asks nobody else.
 *
 * @param folder existing, for the tarballs, named for their versions
 * @param node path of the Node binary that runs n8n
 * @returns settings of n8n
 */
export async function npmWithTarballs(folder: string, node: string) {
	const bin = join(folder, 'bin');
	await mkdir(bin, { recursive: true });
	await writeFile(join(bin, 'npm'), script(folder), { mode: 0o755 });
	const PATH = [bin, dirname(node), process.env.PATH].join(delimiter);
	return { PATH, HTTPS_PROXY: 'http://127.0.0.1:9' };
}

/**
 * Makes two versions of the package: `1.0.0.tgz` as it is, and `2.0.0.tgz`, in which every file lies
 * elsewhere.
 *
 * @param tarball of the package
 * @param folder existing, for both
 */
export async function makeTwoVersions(tarball: string, folder: string) {
	await copyFile(tarball, join(folder, '1.0.0.tgz'));
	await run('tar', ['-xzf', tarball, '-C', folder]);
	const unpacked = join(folder, 'package');
	await rename(join(unpacked, 'dist'), join(unpacked, 'moved'));
	const manifest = join(unpacked, 'package.json');
	const text = (await readFile(manifest, 'utf8')).replaceAll('"dist', '"moved');
	await writeFile(manifest, JSON.stringify({ ...JSON.parse(text), version: '2.0.0' }));
	await run('tar', ['-czf', join(folder, '2.0.0.tgz'), '-C', folder, 'package']);
}
