import fs from 'node:fs/promises';
import path from 'node:path';
import { startNode } from '../n8n/nodeProcess';
import type { NodeProcess } from '../n8n/nodeProcess';
import type { Supervised } from './supervise';

const supervise = path.join(__dirname, 'supervise.ts');

export interface Place {
	folder: string;
	user: Supervised['user'];
}

/**
 * The user to run as: PostgreSQL refuses to run as root.
 * @returns nothing where this process is not root
 */
export async function unprivileged(): Promise<Place['user']> {
	if (process.getuid?.() !== 0) return {};
	const users = await fs.readFile('/etc/passwd', 'utf8');
	const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+)/m.exec(users) ?? [];
	return { uid: Number(uid), gid: Number(gid) };
}

/**
 * Starts a program that is not written for Node; it ends with this process.
 *
 * @returns when it accepts connections
 * @throws with what it printed where it ends before
 */
export async function startService(
	command: string,
	args: string[],
	{ folder, user }: Place,
): Promise<NodeProcess> {
	const lines: string[] = [];
	const supervised: Supervised = { command, args, user };
	return await new Promise((resolve, reject) => {
		const service = startNode({
			node: process.execPath,
			args: ['--require', require.resolve('tsx/cjs'), supervise, JSON.stringify(supervised)],
			cwd: folder,
			env: { PATH: process.env.PATH, LC_ALL: 'C' },
			onLine(line) {
				if (lines.length < 50) lines.push(line);
				if (/ready to accept connections/i.test(line)) resolve(service);
			},
		});
		void service.exited.then(() => reject(new Error(`${command} ended:\n${lines.join('\n')}`)));
	});
}
