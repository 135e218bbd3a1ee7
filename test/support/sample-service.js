const { once } = require('node:events');
const { createServer } = require('node:http');
const { text } = require('node:stream/consumers');

/**
 * A service on a free port of this machine, for the harness's own tests. `POST /echo` answers with
 * what it got, `/hang` never answers, any other path answers with the status it names.
 */
async function startSampleService() {
	/** @type {Array<{ path: string, authorization?: string, body: unknown, closed: Promise<unknown> }>} */
	const requests = [];
	const server = createServer(async (request, response) => {
		const path = request.url ?? '';
		const { authorization } = request.headers;
		requests.push({
			path,
			authorization,
			body: JSON.parse((await text(request)) || 'null'),
			closed: once(response, 'close'),
		});
		server.emit('received');
		if (path === '/hang') return;
		const status = path === '/echo' ? 200 : Number(path.slice(1));
		const body = status === 200 ? requests.at(-1)?.body : { code: 'refused', message: 'Not today' };
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

	return {
		url: `http://127.0.0.1:${port}`,
		requests,
		/** Resolves when the next request has come in. */
		received: () => once(server, 'received'),
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

module.exports = { startSampleService };
