'use strict';
const { startServer } = require('./http-server');

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
	const { url, close } = await startServer(async (request, response) => {
		const chunks = await request.toArray();
		const status = statuses[received.length] ?? 200;
		received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
		response.writeHead(status).end();
	});
	return { url: `${url}/webhook`, received, close };
}

module.exports = { startReceiver };
