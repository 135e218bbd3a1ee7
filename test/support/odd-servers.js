const { createServer } = require('node:http');
const { once } = require('node:events');
const { setTimeout: wait } = require('node:timers/promises');

/** @param {import('node:http').RequestListener} listener */
async function start(listener) {
	const server = createServer(listener);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		baseUrl: `http://127.0.0.1:${port}`,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

/**
 * A server that answers each request with an empty object after a while, and counts how many it has
 * before it at the same time.
 *
 * @param {number} ms how long it takes for each answer
 */
async function startCountingServer(ms) {
	const counted = { requests: 0, underWay: 0, peak: 0 };
	const server = await start(async (_request, response) => {
		counted.requests++;
		counted.peak = Math.max(counted.peak, ++counted.underWay);
		await wait(ms);
		counted.underWay--;
		response.end('{}');
	});
	return { ...server, counted };
}

/**
 * A server whose answers never come to an end: a blank, and another one, and so on.
 *
 * @param {number} ms from blank to blank
 */
const startTricklingServer = async (ms) =>
	await start((_request, response) => {
		const timer = setInterval(() => response.write(' '), ms);
		response.once('close', () => clearInterval(timer));
	});

module.exports = { startCountingServer, startTricklingServer };
