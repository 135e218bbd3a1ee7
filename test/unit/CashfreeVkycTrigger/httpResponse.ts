import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A delivery over a real connection: what the node sees as its response, and its two ends. */
export interface OpenDelivery {
	response: ServerResponse;
	/** The sender goes without having got an answer; resolves when the server has noticed. */
	hangUp: () => Promise<void>;
	/** n8n answers; resolves when it has written the answer, also where nobody hears it. */
	answer: (status: number) => Promise<void>;
}

const server = createServer();
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

/** Opens a connection to a server on the loopback address and sends a request over it. */
export async function openDelivery(): Promise<OpenDelivery> {
	if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	const sender = request({ host: '127.0.0.1', port, method: 'POST', agent: false });
	// the sender of a real delivery may go, too
	sender.on('error', () => undefined);
	sender.on('response', (message) => message.resume());
	const arrived = once(server, 'request');
	sender.end();
	const [, response] = (await arrived) as [unknown, ServerResponse];
	return {
		response,
		async hangUp() {
			const closed = once(response, 'close');
			sender.destroy();
			await closed;
		},
		async answer(status) {
			response.statusCode = status;
			const isHeard = !response.destroyed;
			const finished = once(response, 'finish');
			response.end('{}');
			if (isHeard) await finished;
		},
	};
}
