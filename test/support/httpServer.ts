import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestListener } from 'node:http';

/** Starts a server on a free port of this machine. */
export async function startServer(listener: RequestListener) {
	const server = createServer(listener);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
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
