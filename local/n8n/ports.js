const net = require('node:net');
const { once } = require('node:events');

const host = '127.0.0.1';

/**
 * @param {number} port 0 for any free one
 * @returns {Promise<number>} the port, free a moment ago
 */
async function listenBriefly(port) {
	const server = net.createServer();
	server.listen({ port, host, exclusive: true });
	await once(server, 'listening');
	const { port: given } = /** @type {net.AddressInfo} */ (server.address());
	server.close();
	await once(server, 'close');
	return given;
}

/** @returns {Promise<number>} a free port on the loopback address */
const freePort = () => listenBriefly(0);

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether a program can start to listen there on the loopback address,
 * and none answers there that listens on all addresses
 */
async function isFree(port) {
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

module.exports = { freePort, host, isFree };
