import { compose, n8nServices, read, serviceNamed, settingsIn } from './compose';

const names = Object.keys(compose.services);
const secrets = Object.keys(compose.secrets);

describe.each(names)('The container of %s', (name) => {
	const service = serviceNamed(name);

	it('has no rights of the machine, and cannot gain any', () => {
		expect(service).toMatchObject({
			cap_drop: ['ALL'],
			security_opt: ['no-new-privileges:true'],
			read_only: true,
		});
		expect(Object.keys(service)).not.toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^(privileged|cap_add|devices|network_mode|pid|ipc|userns_mode)$/),
			]),
		);
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
		const known = [...Object.keys(compose.volumes), './backup.sh'];
		expect(sources.filter((source) => !known.includes(String(source)))).toEqual([]);
	});
});

it.each([
	...n8nServices.map((name) => [name, ['/home/node/.n8n', '/home/node/.cache', '/tmp']] as const),
	['postgres', ['/tmp', '/var/run/postgresql']] as const,
])('%s can write where it has to, in memory', (name, folders) => {
	const inMemory = (serviceNamed(name).tmpfs ?? []).map((mount) => mount.split(':')[0]);
	expect(inMemory).toEqual(folders);
});

it.each(n8nServices)('%s may take longer to end than n8n gives its runs', (name) => {
	const { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: own } = settingsIn('n8n.env');
	expect(parseInt(String(serviceNamed(name).stop_grace_period), 10)).toBeGreaterThan(Number(own));
});

describe('Of the networks', () => {
	const on = (network: string) =>
		names.filter((each) => serviceNamed(each).networks?.includes(network));

	it('the one of the data leads nowhere else, and n8n and the backup alone reach PostgreSQL', () => {
		expect(compose.networks).toEqual({ outside: null, data: { internal: true } });
		expect(on('data').sort()).toEqual([...n8nServices, 'backup', 'postgres', 'redis'].sort());
	});

	it('PostgreSQL, Redis and the backup are on no other, and publish no port', () => {
		expect(on('outside').sort()).toEqual([...n8nServices].sort());
		const published = names.filter((name) => serviceNamed(name).ports);
		expect(published).toEqual(['main', 'webhook']);
	});
});

describe('A secret', () => {
	const text = read('compose.yaml');

	it('stands in no environment and on no command line, only in a file', () => {
		for (const name of names) {
			const { environment = {}, command, entrypoint, env_file: files = [] } = serviceNamed(name);
			const all = { ...environment, ...Object.assign({}, ...files.map(settingsIn)) };
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
		const used = [...JSON.stringify(serviceNamed(name)).matchAll(/\/run\/secrets\/(\w+)/g)];
		const read = [...new Set(used.map(([, secret]) => secret))].sort();
		expect([...(serviceNamed(name).secrets ?? [])].sort()).toEqual(read);
	});

	it('lies in a folder that git does not take', () => {
		const files = secrets.map((secret) => compose.secrets[secret]?.file);
		expect(files).toEqual(secrets.map((secret) => `secrets/${secret}`));
		expect(read('.gitignore').split('\n')).toEqual(expect.arrayContaining(['.env', 'secrets/']));
	});
});
