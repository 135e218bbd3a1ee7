/**
 * Loaded into n8n: from the first SIGUSR2 on, V8 samples what is allocated. Twice a second at most,
 * after a garbage collection, it adds a line to the file that `BENCH_HEAP` names: the time, and the
 * bytes that were allocated since and are still in use, in all and by the code of a community package.
 * JavaScript, since plain Node loads it.
 */
const fs = require('node:fs');
const { Session } = require('node:inspector');

const file = String(process.env.BENCH_HEAP);
const ownPackage = /[\\/]nodes[\\/]node_modules[\\/]n8n-nodes-/;
const session = new Session();
session.connect();

/** Adds up a call tree, and of it what lies below a call of the package. */
function sum({ selfSize, callFrame, children }, isBelowOwn = false) {
	const isOwn = isBelowOwn || ownPackage.test(callFrame.url);
	let [all, own] = [selfSize, isOwn ? selfSize : 0];
	for (const child of children) {
		const ofChild = sum(child, isOwn);
		all += ofChild.all;
		own += ofChild.own;
	}
	return { all, own };
}

function sample() {
	const startedAt = performance.now();
	session.post('HeapProfiler.collectGarbage');
	session.post('HeapProfiler.getSamplingProfile', (_error, { profile }) => {
		fs.appendFileSync(file, `${JSON.stringify({ at: Date.now(), ...sum(profile.head) })}\n`);
	});
	// a large heap would leave n8n no time between two collections
	setTimeout(sample, Math.max(500, 3 * (performance.now() - startedAt))).unref();
}

process.once('SIGUSR2', () => {
	session.post('HeapProfiler.enable');
	session.post('HeapProfiler.startSampling', { samplingInterval: 16_384 });
	sample();
});
