import fs from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { name } from '../bareNodes/package.json';

export { name as barePackageName };

const source = path.resolve(__dirname, '..', 'bareNodes');

/**
 * Compiles the bare nodes into a folder, as n8n loads them.
 *
 * @param folder made where it does not exist
 */
export async function buildBareNodes(folder: string) {
	await fs.mkdir(folder, { recursive: true });
	await fs.copyFile(path.join(source, 'package.json'), path.join(folder, 'package.json'));
	const files = (await fs.readdir(source)).filter((file) => file.endsWith('.ts'));
	for (const file of files) {
		const code = await fs.readFile(path.join(source, file), 'utf8');
		const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
		const { outputText } = ts.transpileModule(code, { compilerOptions });
		await fs.writeFile(path.join(folder, file.replace(/ts$/, 'js')), outputText);
	}
}

/** Puts them where n8n keeps the community packages that a user installs, after all others. */
export async function installBareNodes(folder: string, userFolder: string) {
	const target = path.join(userFolder, '.n8n', 'nodes', 'node_modules', name);
	await fs.cp(folder, target, { recursive: true });
}
