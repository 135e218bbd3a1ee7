import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { host } from './ports';
import type { Runtime } from './runtime';

// What any program needs of the machine. The rest stays away: settings of the user's own n8n would
// lead this one to their database, and keys in the environment are none of n8n's business.
const ofMachine = new Set([
	...['HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP'],
	...['SYSTEMROOT', 'SYSTEMDRIVE', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'PATHEXT'],
	...['HTTP_PROXY', 'HTTPS_PROXY', 'NODE_EXTRA_CA_CERTS'],
]);

/** n8n without calls to its maker's servers, banners and Python. */
const quiet = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PYTHON_ENABLED: 'false',
};

/**
 * @returns the modules of this version that call its maker's servers unasked; n8n does not start
 * with the name of one that it does not have
 */
const modulesToLeaveOut = ({ folder }: Runtime): string =>
	['mcp-registry']
		.filter((name) => existsSync(join(folder, 'node_modules', 'n8n', 'dist', 'modules', name)))
		.join(',');

interface N8nEnvironmentOptions {
	/** the environment to take the machine's settings from */
	env: NodeJS.ProcessEnv;
	runtime: Runtime;
	userFolder: string;
	/** of the editor, REST API and webhooks; of a worker's health check */
	port: number;
	/** of n8n's task runners */
	brokerPort: number;
	encryptionKey: string;
	/** further settings, which win */
	extra?: Record<string, string> | undefined;
}

/**
 * The whole environment of an n8n process on the loopback address, with SQLite unless `extra` names
 * another database.
 */
export function n8nEnvironment({
	env,
	runtime,
	userFolder,
	port,
	brokerPort,
	encryptionKey,
	extra,
}: N8nEnvironmentOptions): NodeJS.ProcessEnv {
	const kept = Object.entries(env).filter(([name]) => ofMachine.has(name.toUpperCase()));
	const { PATH, Path, NO_PROXY, no_proxy: noProxy } = env;
	return {
		...Object.fromEntries(kept),
		...quiet,
		// n8n starts its task runners with the `node` that it finds.
		PATH: [dirname(runtime.node), PATH ?? Path].join(delimiter),
		NO_PROXY: [host, 'localhost', NO_PROXY ?? noProxy].filter(Boolean).join(','),
		NODE_ENV: 'production',
		N8N_DISABLED_MODULES: modulesToLeaveOut(runtime),
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// As n8n 2 does by itself; n8n 1 asks for it.
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		// A third less time to start, from the second start on.
		NODE_COMPILE_CACHE: join(runtime.folder, 'compile-cache'),
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: encryptionKey,
		DB_TYPE: 'sqlite',
		N8N_HOST: host,
		N8N_LISTEN_ADDRESS: host,
		N8N_PORT: String(port),
		// A worker of queue mode listens there instead.
		N8N_WORKER_SERVER_ADDRESS: host,
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_PROTOCOL: 'http',
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		...extra,
	};
}
