import fs from 'node:fs/promises';
import path from 'node:path';
import { runNpm } from './npm';

interface PackPackageOptions {
	/** the package's folder, with its dependencies installed */
	source: string;
	/** an existing folder for the tarball */
	target: string;
	signal?: AbortSignal | undefined;
}

/**
 * Builds a package and packs it as `npm publish` would.
 *
 * @returns path of the tarball
 * @throws with the last lines of the build where it does not succeed
 */
export async function packPackage({ source, target, signal }: PackPackageOptions): Promise<string> {
	await runNpm(['run', 'build'], { cwd: source, signal });
	const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', target];
	const [{ filename }] = JSON.parse(await runNpm(pack, { cwd: source, signal }));
	return path.join(target, filename);
}

interface InstallPackageOptions {
	/** as `npm pack` makes it */
	tarball: string;
	/** n8n's user folder */
	userFolder: string;
	signal?: AbortSignal | undefined;
}

/**
 * Installs a packed package where n8n keeps the community packages that a user installs. n8n must
 * not be running.
 */
export async function installPackage({ tarball, userFolder, signal }: InstallPackageOptions) {
	const cwd = path.join(userFolder, '.n8n', 'nodes');
	await fs.mkdir(cwd, { recursive: true });
	await fs.writeFile(path.join(cwd, 'package.json'), JSON.stringify({ private: true }));
	// n8n itself gives the package its peer `n8n-workflow`.
	const install = ['install', tarball, '--offline', '--ignore-scripts', '--legacy-peer-deps'];
	await runNpm([...install, '--no-audit', '--no-fund'], { cwd, signal });
}
