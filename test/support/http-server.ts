import { once } from 'node:events';
import { createServer } from 'node:http';

/** Starts a server on a free port of this machine. */
export async function startServer(listener: import('node:http').RequestListener) {
	const server = createServer(listener);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as import('node:net').AddressInfo;
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
