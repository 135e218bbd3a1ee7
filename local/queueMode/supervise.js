// Runs a program that is not written for Node, as another user where told to. Started by `startNode`,
// it ends with the process that started it, and takes the program with it.
const { spawn } = require('node:child_process');

const { command, args, user } = JSON.parse(process.argv[2]);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...user });

// PostgreSQL and Redis take it as: end now, in good order.
process.on('SIGTERM', () => child.kill('SIGINT'));
child.on('error', (error) => {
	console.error(error.message);
	process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
