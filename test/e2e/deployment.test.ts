import { readFileSync } from 'node:fs';
import { resolve, join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { versions } from '../../local/queueMode/programs';
import { addresses } from '../../local/queueMode/services';
import { name as packageName, version } from '../../package.json';
import versionsToTest from '../../local/n8n/versions.json';

const [newest] = versionsToTest;

const folder = resolve(__dirname, '..', '..', 'deploy', 'queue-mode');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

interface Service {
	image: string;
	build?: string;
	command?: string;
	deploy?: object;
	ports?: string[];
	env_file: string[];
	environment: Record<string, string>;
}

type Services = Record<'main' | 'worker' | 'webhook' | 'postgres' | 'redis' | 'backup', Service>;

const composeFile = read('compose.yaml');
const { services } = parse(composeFile, { merge: true }) as { services: Services };
const { main, worker, webhook, postgres, redis } = services;
const n8n = { main, worker, webhook };

it('The compose file has the services of the test of queue mode, two workers among them', () => {
	const others = ['postgres', 'backup', 'redis'];
	expect(Object.keys(services)).toEqual([...others, 'main', 'worker', 'webhook']);
	expect(main.command).toBe('start');
	expect(worker).toMatchObject({ command: 'worker', deploy: { replicas: 2 } });
	expect(webhook).toMatchObject({ command: 'webhook' });
	expect(webhook.deploy).toBeUndefined();
});

it('Its versions are those of the test', () => {
	expect(postgres.image).toBe(`postgres:${versions.postgres}`);
	expect(services.backup.image).toBe(postgres.image);
	// The test runs with Debian's 7.0, which Docker's has no security fixes for any more.
	expect(redis.image).toMatch(/^redis:7\.\d+\.\d+$/);
	expect(read('Dockerfile')).toContain(`\nFROM docker.n8n.io/n8nio/n8n:${newest}\n`);
	expect(read('Dockerfile')).toContain(`\nARG PACKAGE=${packageName}@${version}\n`);
	for (const { build, image } of Object.values(n8n)) {
		expect({ build, image }).toEqual({ build: '.', image: `n8n-cashfree-vkyc:${newest}` });
	}
});

it.each(Object.entries(n8n))(
	'%s has the settings of the test, and what tells it where it is',
	(_, { env_file: files, environment }) => {
		expect(files).toEqual(['n8n.env', 'n8n-2.env', 'executions.env']);
		const { EXECUTIONS_MODE: mode, DB_TYPE: database } = parseEnv(read(files[0] ?? ''));
		expect([mode, database]).toEqual(['queue', 'postgresdb']);
		const names = Object.keys(environment).map((each) => each.replace(/_FILE$/, ''));
		const reachesServices = names.filter((each) => /^(DB|QUEUE)_/.test(each));
		expect(reachesServices.sort()).toEqual(Object.keys(addresses(0, 0)).sort());
		expect(environment).toMatchObject({
			DB_POSTGRESDB_HOST: 'postgres',
			DB_POSTGRESDB_DATABASE: postgres.environment.POSTGRES_DB,
			DB_POSTGRESDB_USER: postgres.environment.POSTGRES_USER,
			DB_POSTGRESDB_PASSWORD_FILE: postgres.environment.POSTGRES_PASSWORD_FILE,
			QUEUE_BULL_REDIS_HOST: 'redis',
		});
		expect(services.backup.environment).toMatchObject({
			PGHOST: 'postgres',
			PGUSER: postgres.environment.POSTGRES_USER,
			PGDATABASE: postgres.environment.POSTGRES_DB,
			PASSWORD_FILE: postgres.environment.POSTGRES_PASSWORD_FILE,
		});
	},
);

it('It lets the package load in n8n 3.0, and keeps apart what only n8n 2 knows', () => {
	const settings = parseEnv(read('n8n.env'));
	const onlyInN8n2 = Object.keys(parseEnv(read('n8n-2.env')));
	expect(settings.N8N_UNVERIFIED_PACKAGES_ENABLED).toBe('true');
	expect(onlyInN8n2).toEqual(['OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS']);
	expect(Object.keys(settings)).not.toEqual(expect.arrayContaining(onlyInN8n2));
});

it('What it takes from .env stands in env.example', () => {
	const names = [...composeFile.matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
	expect(Object.keys(parseEnv(read('env.example'))).sort()).toEqual([...new Set(names)].sort());
});

it('Nothing of it is reached from outside but through the reverse proxy', () => {
	const ports = Object.values(services).flatMap((service) => service.ports ?? []);
	expect(ports).toEqual(['127.0.0.1:5678:5678', '127.0.0.1:5679:5678']);
});
