/**
 * Loaded into n8n by `NODE_OPTIONS`: Node's own profiler, started and stopped by SIGUSR2. The
 * profile goes to the file that `BENCH_PROFILE` names. JavaScript, since plain Node loads it.
 */
const fs = require('node:fs');
const { Session } = require('node:inspector');

const session = new Session();
session.connect();
let isRunning = false;

process.on('SIGUSR2', () => {
	isRunning = !isRunning;
	if (isRunning) {
		session.post('Profiler.enable');
		session.post('Profiler.start');
		return;
	}
	session.post('Profiler.stop', (_error, { profile }) => {
		fs.writeFileSync(String(process.env.BENCH_PROFILE), JSON.stringify(profile));
	});
});
