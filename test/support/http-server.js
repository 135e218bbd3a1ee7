const { once } = require('node:events');
const { createServer } = require('node:http');

/**
 * Starts a server on a free port of this machine.
 *
 * @param {import('node:http').RequestListener} listener
 */
async function startServer(listener) {
	const server = createServer(listener);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		server,
		url: `http://127.0.0.1:${port}`,
		/** Ends what is open, too. */
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

module.exports = { startServer };
