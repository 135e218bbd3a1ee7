const { startServer } = require('./http-server');

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
	const server = await startServer((request, response) => {
		requests.push(`${request.method} ${request.url?.split('?')[0]}`);
		request.resume().on('end', () => response.writeHead(status, headers).end(body));
	});
	return { ...server, requests };
}

module.exports = { startRawServer };
