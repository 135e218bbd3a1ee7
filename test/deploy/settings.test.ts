import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { queueMode } from './compose';

/** What this test asks of `@n8n/config`, where n8n reads all its settings. */
interface N8nConfig {
	GlobalConfig: new () => {
		executions: Record<string, unknown>;
		database: { postgresdb: { password: string } };
		queue: { bull: { redis: { password: string } } };
	};
	InstanceSettingsConfig: new () => { encryptionKey: string };
}

const ofN8n = createRequire(require.resolve('n8n-core'));

const { env_file: files = [], environment } = queueMode.serviceNamed('main');
const original = process.env;
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'secrets-'));
	const inFolder = (value: string) => value.replace('/run/secrets', folder);
	const settings: Record<string, string> = Object.assign(
		{},
		...files.map((file) => queueMode.settingsIn(file)),
	);
	for (const [name, value] of Object.entries(environment)) settings[name] = inFolder(value);
	for (const name of ['postgres_password', 'redis_password', 'encryption_key']) {
		writeFileSync(path.join(folder, name), `the ${name}`);
	}
	process.env = settings;
});

afterAll(() => {
	process.env = original;
	rmSync(folder, { recursive: true });
});

/** n8n's own settings class, filled as n8n fills it when it starts. */
function configOf<Name extends keyof N8nConfig>(name: Name): InstanceType<N8nConfig[Name]> {
	const { Container } = ofN8n('@n8n/di') as { Container: { get: (kind: unknown) => unknown } };
	const config = ofN8n('@n8n/config') as N8nConfig;
	return Container.get(config[name]) as InstanceType<N8nConfig[Name]>;
}

it('n8n reads its passwords and the encryption key from the files of the compose file', () => {
	const { database, queue } = configOf('GlobalConfig');
	expect(database.postgresdb.password).toBe('the postgres_password');
	expect(queue.bull.redis.password).toBe('the redis_password');
	expect(configOf('InstanceSettingsConfig').encryptionKey).toBe('the encryption_key');
});

it('n8n keeps nothing of a run that went well, and of one that failed for three days', () => {
	expect(configOf('GlobalConfig').executions).toMatchObject({
		mode: 'queue',
		saveDataOnSuccess: 'none',
		saveDataManualExecutions: false,
		saveExecutionProgress: false,
		saveDataOnError: 'all',
		pruneData: true,
		pruneDataMaxAge: 72,
		pruneDataHardDeleteBuffer: 1,
	});
});
