import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * Makes n8n send through a proxy that answers each wish for a connection with the same text, and
 * hangs up.
 */
export async function useConnectProxy(answer: string) {
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
	const { port } = server.address() as AddressInfo;
	process.env.HTTPS_PROXY = `http://127.0.0.1:${port}`;
	return {
		calls,
		close() {
			delete process.env.HTTPS_PROXY;
			server.close();
		},
	};
}
