'use strict';
const { once } = require('node:events');

/** The listening socket, which can stop listening for a time. */
class Listener {
	/** True while nobody listens on the port. */
	refusing = false;
	/** @type {import('node:http').Server | undefined} */
	#server;
	/** @type {NodeJS.Timeout | undefined} */
	#timer;
	#port = 0;

	/** @param {string} host */
	constructor(host) {
		this.host = host;
	}

	/**
	 * @param {import('node:http').Server} server
	 * @param {number} port 0 for any free one
	 * @throws {Error} EADDRINUSE and what else the system says
	 */
	async listen(server, port) {
		server.listen({ host: this.host, port });
		await once(server, 'listening');
		const address = /** @type {import('node:net').AddressInfo} */ (server.address());
		this.#server = server;
		this.#port = address.port;
	}

	get port() {
		return this.#port;
	}

	get origin() {
		return `http://${this.host}:${this.#port}`;
	}

	/**
	 * Stops listening, so that new connections are refused; requests under way are still answered.
	 * @param {number} ms milliseconds until it listens again
	 */
	refuse(ms) {
		const server = this.#server;
		if (this.refusing || !server) return;
		this.refusing = true;
		server.close();
		this.#timer = setTimeout(() => {
			this.refusing = false;
			server.listen({ host: this.host, port: this.#port });
		}, ms);
	}

	/** Ends a refusal for good; the server itself is closed by its owner. */
	stop() {
		clearTimeout(this.#timer);
		this.#server = undefined;
	}
}

module.exports = { Listener };
