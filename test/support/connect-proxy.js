const { once } = require('node:events');
const { createServer } = require('node:net');

/**
 * Makes n8n send through a proxy that answers each wish for a connection with the same text, and
 * hangs up.
 *
 * @param {string} answer
 */
async function useConnectProxy(answer) {
	const calls = { count: 0 };
	const server = createServer((socket) => {
		socket.on('error', () => {});
		socket.once('data', () => {
			calls.count++;
			socket.end(answer);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	process.env.HTTPS_PROXY = `http://127.0.0.1:${port}`;
	return {
		calls,
		close() {
			delete process.env.HTTPS_PROXY;
			server.close();
		},
	};
}

module.exports = { useConnectProxy };
