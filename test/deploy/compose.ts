import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';

export interface Service {
	image: string;
	read_only?: boolean;
	privileged?: boolean;
	cap_add?: string[];
	cap_drop?: string[];
	security_opt?: string[];
	network_mode?: string;
	networks?: string[];
	ports?: string[];
	volumes?: string[];
	tmpfs?: string[];
	secrets?: string[];
	stop_grace_period?: string;
	mem_limit?: string;
	cpus?: number;
	pids_limit?: number;
	entrypoint?: string[];
	command?: string | string[];
	env_file?: string[];
	environment: Record<string, string>;
	healthcheck?: { test: string };
}

export interface Compose {
	services: Record<string, Service>;
	networks: Record<string, { internal?: boolean } | null>;
	secrets: Record<string, { file: string }>;
	volumes: Record<string, null>;
}

export const folder = path.join(__dirname, '../../deploy/queue-mode');
export const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

export const compose = parse(read('compose.yaml'), { merge: true }) as Compose;

/** The services that are n8n. */
export const n8nServices = ['main', 'worker', 'webhook'];

/** The settings of a file such as `n8n.env`. */
export const settingsIn = (name: string) => parseEnv(read(name)) as Record<string, string>;

/** @throws where the compose file has no such service */
export function serviceNamed(name: string): Service {
	const service = compose.services[name];
	if (!service) throw new Error(`compose.yaml has no service ${name}`);
	return service;
}
