import * as fs from 'node:fs/promises';
import path from 'node:path';
import { queueMode } from './compose';
import { Sandbox } from './sandbox';

let sandbox: Sandbox;
let backups: string;
const days = (count: number) => new Date(Date.now() - count * 86_400_000);

const backup = async (...args: string[]) => {
	const { environment } = queueMode.serviceNamed('backup');
	const env = {
		...environment,
		BACKUPS: backups,
		PASSWORD_FILE: path.join(sandbox.folder, 'password'),
	};
	return await sandbox.run('sh', [path.join(queueMode.folder, 'backup.sh'), ...args], env);
};
const calls = async () => await fs.readFile(path.join(sandbox.folder, 'calls'), 'utf8');
const saved = async () => (await fs.readdir(backups)).sort();
const putOld = async (name: string, age: number) => {
	await fs.writeFile(path.join(backups, name), '');
	await fs.utimes(path.join(backups, name), days(age), days(age));
};

beforeEach(async () => {
	sandbox = await Sandbox.make();
	backups = path.join(sandbox.folder, 'backups');
	await fs.mkdir(backups);
	await fs.writeFile(path.join(sandbox.folder, 'password'), 'not-for-the-command-line');
	for (const name of ['pg_dump', 'createdb', 'dropdb', 'pg_restore', 'psql']) {
		await sandbox.fake(name, `echo "${name} $PGPASSWORD: $*" >> "${sandbox.folder}/calls"`);
	}
	await sandbox.fake(
		'pg_dump',
		`for each; do case $each in --file=*) echo x > "\${each#--file=}"; esac; done
		echo "pg_dump $PGPASSWORD: $*" >> "${sandbox.folder}/calls"`,
	);
	// ends the loop where it would wait for the next day
	await sandbox.fake('sleep', 'echo "waits $1"; kill "$PPID"');
});

afterEach(async () => await sandbox.remove());

it('backup.sh saves at once and then daily, and keeps what is not older than a week', async () => {
	await putOld('n8n-old.dump', 9);
	await putOld('n8n-young.dump', 6);
	await putOld('n8n-broken-off.dump.part', 0);
	const { output } = await backup('daily');
	expect(output).toContain('waits 86400');
	expect(await saved()).toEqual([
		expect.stringMatching(/^n8n-\d{8}T\d{6}Z\.dump$/),
		'n8n-young.dump',
	]);
	const { mode } = await fs.stat(path.join(backups, String((await saved())[0])));
	expect((mode & 0o777).toString(8)).toBe('600');
	expect((await backup('check')).code).toBe(0);
});

it('backup.sh hands the password over where no command line shows it', async () => {
	await backup('daily');
	const [password, args] = (await calls()).split(': ');
	expect(password).toBe('pg_dump not-for-the-command-line');
	expect(args).toMatch(/^--format=custom --file=\S+\n$/);
});

it('backup.sh keeps every earlier backup where it cannot save, says so, and tries again soon', async () => {
	await putOld('n8n-old.dump', 9);
	await sandbox.fake('pg_dump', 'exit 1');
	const { output } = await backup('daily');
	expect(output).toContain('Nothing was saved.');
	expect(output).toContain('waits 600');
	expect(await saved()).toEqual(['n8n-old.dump']);
	expect((await backup('check')).code).not.toBe(0);
});

it('backup.sh puts a backup in the place of the database, which is renamed', async () => {
	const { code, output } = await backup('restore', 'a.dump');
	expect([code, output]).toEqual([0, expect.stringMatching(/^Restored a\.dump\./)]);
	expect((await calls()).replaceAll(/ not-for-the-command-line|\d{8}t\d{6}z/g, '')).toBe(
		`dropdb: --if-exists restored
createdb: restored
pg_restore: --dbname=restored --exit-on-error --single-transaction --no-owner a.dump
psql: --dbname=postgres --set=ON_ERROR_STOP=1 --quiet --single-transaction \
--command=ALTER DATABASE "n8n" RENAME TO "before_" \
--command=ALTER DATABASE restored RENAME TO "n8n"
`,
	);
});

it('backup.sh leaves the database alone where the backup is broken', async () => {
	await sandbox.fake('pg_restore', 'exit 1');
	expect((await backup('restore', 'a.dump')).code).toBe(1);
	expect(await calls()).not.toContain('psql');
});
