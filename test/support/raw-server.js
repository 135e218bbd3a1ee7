const { once } = require('node:events');
const { createServer } = require('node:http');

/**
 * @typedef {object} RawAnswer
 * @property {number} status
 * @property {Record<string, string>} [headers]
 * @property {string} [body] default: none
 */

/**
 * Starts a server that gives the same answer to every request, whatever it is: what stands between
 * n8n and Cashfree on a bad day.
 *
 * @param {RawAnswer} answer
 * @returns {Promise<{ url: string, requests: string[], close: () => Promise<void> }>} `requests`
 *   grows by one for each request, e.g. `POST /vkyc`
 */
async function startRawServer({ status, headers = {}, body = '' }) {
	/** @type {string[]} */
	const requests = [];
	const server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url?.split('?')[0]}`);
		request.resume().on('end', () => response.writeHead(status, headers).end(body));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

module.exports = { startRawServer };
