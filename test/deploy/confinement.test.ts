import { n8nServices, queueMode, single } from './compose';

const { compose } = queueMode;
const names = Object.keys(compose.services);
const secrets = Object.keys(compose.secrets ?? {});
const containers = [queueMode, single].flatMap((deployment) =>
	Object.keys(deployment.compose.services).map((name) => ({ name, deployment })),
);

describe.each(containers)('The container $name of deploy/$deployment.name', (container) => {
	const { name, deployment } = container;
	const service = deployment.serviceNamed(name);

	it('has no rights of the machine, and cannot gain any', () => {
		expect(service).toMatchObject({
			cap_drop: ['ALL'],
			security_opt: ['no-new-privileges:true'],
			read_only: true,
		});
		const rights = /^(privileged|cap_add|devices|pid|ipc|userns_mode)$/;
		expect(Object.keys(service).filter((key) => rights.test(key))).toEqual([]);
		// the network of another container is no right of the machine
		expect(service.network_mode ?? 'service:').toMatch(/^service:/);
	});

	it('has limits of memory, processor time and processes', () => {
		expect(service.mem_limit).toMatch(/^\d+[mg]$/);
		expect(service.cpus).toBeGreaterThan(0);
		expect(service.pids_limit).toBeGreaterThan(0);
	});

	it('says how long it may take to end, and whether it is well', () => {
		expect(service.stop_grace_period).toMatch(/^\d+s$/);
		expect(service.healthcheck?.test).toEqual(expect.any(String));
	});

	it('comes from an image of one version', () => {
		expect(service.image).toMatch(/:\d+(\.\d+){1,2}$/);
	});

	it('gets nothing of the machine but the files beside the compose file', () => {
		const sources = (service.volumes ?? []).map((volume) => volume.split(':')[0]);
		const known = [...Object.keys(deployment.compose.volumes), './backup.sh'];
		expect(sources.filter((source) => !known.includes(String(source)))).toEqual([]);
	});

	it('is reached from this machine only, if at all', () => {
		for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
	});
});

it.each([
	...n8nServices.map((name) => [name, ['/home/node/.n8n', '/home/node/.cache', '/tmp']] as const),
	['postgres', ['/tmp', '/var/run/postgresql']] as const,
])('%s can write where it has to, in memory', (name, folders) => {
	const inMemory = (queueMode.serviceNamed(name).tmpfs ?? []).map((mount) => mount.split(':')[0]);
	expect(inMemory).toEqual(folders);
});

it.each(n8nServices)('%s may take longer to end than n8n gives its runs', (name) => {
	const { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: own } = queueMode.settingsIn('n8n.env');
	expect(parseInt(String(queueMode.serviceNamed(name).stop_grace_period), 10)).toBeGreaterThan(
		Number(own),
	);
});

describe('Of the networks', () => {
	const on = (network: string) =>
		names.filter((each) => queueMode.serviceNamed(each).networks?.includes(network));

	it('the one of the data leads nowhere else, and n8n and the backup alone reach PostgreSQL', () => {
		expect(compose.networks).toEqual({ outside: null, data: { internal: true } });
		expect(on('data').sort()).toEqual([...n8nServices, 'backup', 'postgres', 'redis'].sort());
	});

	it('PostgreSQL, Redis and the backup are on no other, and publish no port', () => {
		expect(on('outside').sort()).toEqual([...n8nServices].sort());
		const published = names.filter((name) => queueMode.serviceNamed(name).ports);
		expect(published).toEqual(['main', 'webhook']);
	});
});

describe('A secret', () => {
	const text = queueMode.read('compose.yaml');

	it('stands in no environment and on no command line, only in a file', () => {
		for (const name of names) {
			const {
				environment = {},
				command,
				entrypoint,
				env_file: files = [],
			} = queueMode.serviceNamed(name);
			const all = {
				...environment,
				...Object.assign({}, ...files.map((file) => queueMode.settingsIn(file))),
			};
			const bare = Object.keys(all).filter((each) =>
				/(PASSWORD|SECRET|TOKEN|AUTH|KEY)$/.test(each),
			);
			expect([name, bare]).toEqual([name, []]);
			const line = JSON.stringify([command, entrypoint]);
			expect(line).not.toMatch(/--requirepass|\$\{/);
		}
		const fromEnv = [...text.matchAll(/\$\{(\w+)/g)].map(([, variable]) => variable);
		expect([...new Set(fromEnv)].sort()).toEqual(['N8N_HOST', 'TIMEZONE']);
	});

	it.each(names)('that %s reads is handed to it, and no other', (name) => {
		const used = [
			...JSON.stringify(queueMode.serviceNamed(name)).matchAll(/\/run\/secrets\/(\w+)/g),
		];
		const read = [...new Set(used.map(([, secret]) => secret))].sort();
		expect([...(queueMode.serviceNamed(name).secrets ?? [])].sort()).toEqual(read);
	});

	it('lies in a folder that git does not take', () => {
		const files = secrets.map((secret) => compose.secrets?.[secret]?.file);
		expect(files).toEqual(secrets.map((secret) => `secrets/${secret}`));
		expect(queueMode.read('.gitignore').split('\n')).toEqual(
			expect.arrayContaining(['.env', 'secrets/']),
		);
	});
});
