// Loaded into each child by `--require`: when the parent lets go of the channel, or is gone in
// whatever way, the child ends as it would on SIGTERM. Windows has no such signal to send.
// JavaScript, since any version of Node may load it.
const { isMainThread } = require('node:worker_threads');

const graceMs = 10_000;

if (isMainThread && process.channel) {
	process.once('disconnect', () => {
		// With the parent gone nobody reads: n8n would log for ever that it cannot log.
		for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
		if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(1);
		setTimeout(() => process.exit(1), graceMs).unref();
	});
	process.channel.unref();
}
