import { n8nEnvironment } from '../../local/n8n/environment';
import { isFree } from '../../local/n8n/ports';
import { startCashfree } from '../../local/cashfree';

const runtime = { version: '1.0.0', node: '/node24/bin/node', n8n: '/x', folder: '/no/such' };

const environmentFrom = (env: Record<string, string>, extra?: Record<string, string>) =>
	n8nEnvironment({
		env,
		runtime,
		userFolder: '/tmp/user',
		port: 5678,
		brokerPort: 5679,
		encryptionKey: 'key',
		extra,
	});

it("keeps settings of the user's own n8n and keys of the shell away from n8n", () => {
	const env = environmentFrom({
		DB_POSTGRESDB_HOST: 'their-database.example',
		N8N_ENCRYPTION_KEY: 'theirs',
		N8N_SMTP_HOST: 'mail.example',
		CASHFREE_CLIENT_SECRET: 'cfsk_invented',
	});
	expect(JSON.stringify(env)).not.toMatch(/their|mail\.example|cfsk/);
	expect(env).toMatchObject({ DB_TYPE: 'sqlite', N8N_ENCRYPTION_KEY: 'key' });
});

it('listens on the loopback address only', () => {
	expect(environmentFrom({})).toMatchObject({
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: '5678',
		N8N_RUNNERS_BROKER_PORT: '5679',
	});
});

it('finds its own Node first, and uses a proxy for other machines only', () => {
	const env = environmentFrom({
		PATH: '/usr/bin',
		https_proxy: 'http://proxy.example',
		no_proxy: 'intranet.example',
	});
	expect(env.PATH).toMatch(/^\/node24\/bin[:;]\/usr\/bin$/);
	expect(env.https_proxy).toBe('http://proxy.example');
	expect(env.NO_PROXY).toBe('127.0.0.1,localhost,intranet.example');
});

it('lets the caller set what it wants otherwise', () => {
	expect(environmentFrom({}, { EXECUTIONS_MODE: 'queue', N8N_PORT: '1' })).toMatchObject({
		EXECUTIONS_MODE: 'queue',
		N8N_PORT: '1',
	});
});

it('knows a port in use from a free one', async () => {
	const { port, close } = await startCashfree();
	expect(await isFree(port)).toBe(false);
	await close();
	expect(await isFree(port)).toBe(true);
});
