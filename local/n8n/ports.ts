import { once } from 'node:events';
import net from 'node:net';

export const host = '127.0.0.1';

/**
 * @param port 0 for any free one
 * @returns the port, free a moment ago
 */
async function listenBriefly(port: number): Promise<number> {
	const server = net.createServer();
	server.listen({ port, host, exclusive: true });
	await once(server, 'listening');
	const { port: given } = server.address() as net.AddressInfo;
	server.close();
	await once(server, 'close');
	return given;
}

/** @returns a free port on the loopback address */
export const freePort = (): Promise<number> => listenBriefly(0);

/**
 * @returns whether a program can start to listen there on the loopback address, and none answers
 * there that listens on all addresses
 */
export async function isFree(port: number): Promise<boolean> {
	const socket = net.connect({ port, host });
	const answered = await once(socket, 'connect').then(
		() => true,
		() => false,
	);
	socket.destroy();
	if (answered) return false;
	return listenBriefly(port).then(
		() => true,
		() => false,
	);
}
