'use strict';
const { createServer } = require('node:http');
const { once } = require('node:events');

/**
 * @typedef {{ headers: import('node:http').IncomingHttpHeaders, body: string }} Received
 */

/**
 * A receiver of webhooks that notes what it gets, byte for byte.
 * @param {number[]} [statuses] what to answer to the first deliveries; afterwards 200
 */
async function startReceiver(statuses = []) {
	/** @type {Received[]} */
	const received = [];
	const server = createServer(async (request, response) => {
		const chunks = await request.toArray();
		const status = statuses[received.length] ?? 200;
		received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
		response.writeHead(status).end();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}/webhook`,
		received,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

module.exports = { startReceiver };
