import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { inTempFolder } from '../support/localN8n';

const root = path.resolve(__dirname, '..', '..');
const modules = path.join(root, 'node_modules');

/** Runs Node with what `npm run lint` sets, and gives what it printed. */
function run(args: string[], cwd = root) {
	const env = { ...process.env, ESLINT_FLAGS: 'unstable_config_lookup_from_file' };
	const { status, stdout } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
	return { status, stdout };
}

/** What the linter says about texts, were they in these files: the rules that are broken. */
function lint(files: Record<string, string>): Record<string, string[]> {
	const code = `(async () => {
		const eslint = new (require('eslint').ESLint)({ flags: [process.env.ESLINT_FLAGS] });
		const rules = {};
		for (const [filePath, text] of Object.entries(${JSON.stringify(files)})) {
			const [{ messages }] = await eslint.lintText(text, { filePath });
			rules[filePath] = messages.map(({ ruleId }) => ruleId);
		}
		console.log(JSON.stringify(rules));
	})();`;
	return JSON.parse(run(['-e', code]).stdout);
}

it('lints the shipped code as n8n does, and programs and tests by rules of their own', () => {
	const nodeOnly = "import fs from 'node:fs';\n\nsetTimeout(() => fs.existsSync('.'), 1);\n";
	const sloppy = 'const unused: any = 1;\n';
	const found = ['@typescript-eslint/no-unused-vars', '@typescript-eslint/no-explicit-any'];
	expect(
		lint({
			'nodes/shared/planted.ts': nodeOnly,
			'local/planted.ts': nodeOnly,
			'bench/sloppy.ts': sloppy,
			'local/sloppy.ts': sloppy,
			'test/sloppy.ts': sloppy,
		}),
	).toEqual({
		'nodes/shared/planted.ts': [
			'@n8n/community-nodes/no-restricted-imports',
			'@n8n/community-nodes/no-restricted-globals',
		],
		'local/planted.ts': [],
		'bench/sloppy.ts': found,
		'local/sloppy.ts': found,
		'test/sloppy.ts': found,
	});
});

/** Writes files, and the settings of the compiler, into a folder. */
async function plant(folder: string, files: Record<string, string>) {
	for (const name of ['tsconfig.json', 'tsconfig.check.json']) {
		await fs.copyFile(path.join(root, name), path.join(folder, name));
	}
	await fs.symlink(modules, path.join(folder, 'node_modules'), 'junction');
	for (const [name, text] of Object.entries(files)) {
		await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
		await fs.writeFile(path.join(folder, name), text);
	}
}

it('refuses an undefined name, and what may not be there', async () => {
	await inTempFolder(async (folder) => {
		await plant(folder, {
			'local/name.ts': 'export const name = planted;\n',
			'test/name.ts': 'export const name = planted;\n',
			'test/first.ts': "export const first = (text: string) => text.split(',')[0].length;\n",
		});
		const tsc = path.join(modules, 'typescript/bin/tsc');
		const { status, stdout } = run([tsc, '--project', 'tsconfig.check.json'], folder);
		for (const folder of ['local', 'test'])
			expect(stdout).toContain(
				`${folder}/name.ts(1,21): error TS2304: Cannot find name 'planted'.`,
			);
		expect(stdout).toContain('test/first.ts(1,40): error TS2532: Object is possibly');
		expect(status).not.toBe(0);
	});
});

it('refuses circles, and imports against the direction', async () => {
	await inTempFolder(async (folder) => {
		await plant(folder, {
			'local/one.ts': "import type { Two } from './two';\n\nexport type One = Two | 1;\n",
			'local/two.ts': "import type { One } from './one';\n\nexport type Two = One[];\n",
			'local/helper.ts': "export { help } from '../test/help';\n",
			'test/help.ts': 'export const help = 1;\n',
			'nodes/node.ts': "export type { One } from '../local/one';\nexport * from 'node:fs';\n",
			'nodes/good.ts': "export { createHmac } from 'node:crypto';\nexport * from 'n8n-workflow';\n",
		});
		const depcruise = path.join(modules, 'dependency-cruiser/bin/dependency-cruise.mjs');
		const config = path.join(root, '.dependency-cruiser.cjs');
		const { status, stdout } = run(
			[depcruise, '--config', config, 'nodes', 'local', 'test'],
			folder,
		);
		expect(stdout).toContain('error no circles: local/one.ts →');
		expect(stdout).toContain('error programs know no tests: local/helper.ts → test/help.ts');
		expect(stdout).toContain('error what is shipped stands alone: nodes/node.ts → local/one.ts');
		expect(stdout).toContain('error what is shipped stands alone: nodes/node.ts → fs');
		expect(stdout).toContain('4 dependency violations');
		expect(status).not.toBe(0);
	});
});
