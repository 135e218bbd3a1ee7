import * as fs from 'node:fs/promises';
import path from 'node:path';
import { queueMode } from './compose';
import { Sandbox } from './sandbox';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await Sandbox.make();
});

afterEach(async () => await sandbox.remove());

describe('make-secrets.sh', () => {
	const names = Object.keys(queueMode.compose.secrets ?? {});
	const contents = async () =>
		await Promise.all(
			names.map((name) => fs.readFile(path.join(sandbox.folder, 'secrets', name), 'utf8')),
		);
	const makeSecrets = async () =>
		await sandbox.run('sh', [path.join(sandbox.folder, 'make-secrets.sh')]);

	beforeEach(async () => {
		await fs.writeFile(
			path.join(sandbox.folder, 'make-secrets.sh'),
			queueMode.read('make-secrets.sh'),
		);
	});

	it('makes each secret of the compose file, for no other account of the machine', async () => {
		expect((await makeSecrets()).code).toBe(0);
		const made = await contents();
		expect(new Set(made).size).toBe(names.length);
		for (const secret of made) expect(secret).toMatch(/^[0-9a-f]{64}$/);
		const { mode } = await fs.stat(path.join(sandbox.folder, 'secrets'));
		expect((mode & 0o777).toString(8)).toBe('700');
	});

	it('changes none that is there', async () => {
		await makeSecrets();
		const first = await contents();
		expect((await makeSecrets()).code).toBe(0);
		expect(await contents()).toEqual(first);
	});

	it('makes no empty one where OpenSSL fails', async () => {
		await sandbox.fake('openssl', 'exit 1');
		expect((await makeSecrets()).code).toBe(1);
		expect(await fs.readdir(path.join(sandbox.folder, 'secrets'))).toEqual([]);
	});
});
