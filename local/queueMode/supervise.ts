// Runs a program that is not written for Node, as another user where told to. Started by `startNode`,
// it ends with the process that started it, and takes the program with it.
import { spawn } from 'node:child_process';

export interface Supervised {
	command: string;
	args: string[];
	/** whom it runs as; default: as this process does */
	user: { uid?: number; gid?: number };
}

const [, , given = '{}'] = process.argv;
const { command, args, user }: Supervised = JSON.parse(given);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...user });

// PostgreSQL and Redis take it as: end now, in good order.
process.on('SIGTERM', () => child.kill('SIGINT'));
child.on('error', (error) => {
	console.error(error.message);
	process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
