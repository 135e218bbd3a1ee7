import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';

export interface Service {
	image: string;
	build?: string | Record<string, string>;
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
	secrets?: Record<string, { file: string }>;
	volumes: Record<string, null>;
}

/** A folder of `deploy/`, with its compose file. */
export class Deployment {
	readonly folder: string;
	readonly compose: Compose;

	constructor(readonly name: string) {
		this.folder = path.join(__dirname, '../../deploy', name);
		this.compose = parse(this.read('compose.yaml'), { merge: true });
	}

	read(file: string) {
		return readFileSync(path.join(this.folder, file), 'utf8');
	}

	/** The settings of a file such as `n8n.env`. */
	settingsIn(file: string) {
		return parseEnv(this.read(file)) as Record<string, string>;
	}

	/** @throws where the compose file has no such service */
	serviceNamed(name: string): Service {
		const service = this.compose.services[name];
		if (!service) throw new Error(`compose.yaml has no service ${name}`);
		return service;
	}
}

export const queueMode = new Deployment('queue-mode');
export const single = new Deployment('single');

/** The services of queue mode that are n8n. */
export const n8nServices = ['main', 'worker', 'webhook'];
