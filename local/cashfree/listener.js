'use strict';

/** The listening socket, which can stop listening for a time. */
class Listener {
	/** True while nobody listens on the port. */
	refusing = false;
	/** @type {import('node:http').Server | undefined} */
	#server;
	/** @type {NodeJS.Timeout | undefined} */
	#timer;
	#port = 0;

	/** @param {string} host an address, no name: a name may stand for two sockets */
	constructor(host) {
		this.host = host;
	}

	/**
	 * @param {import('fastify').FastifyInstance} app
	 * @param {number} port 0 for any free one
	 * @throws {Error} EADDRINUSE and what else the system says
	 */
	async listen(app, port) {
		await app.listen({ host: this.host, port });
		this.#server = app.server;
		const [address] = app.addresses();
		this.#port = typeof address === 'string' ? 0 : address.port;
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
		this.#listenAgain(server, ms);
	}

	/**
	 * @param {import('node:http').Server} server
	 * @param {number} ms milliseconds from now
	 */
	#listenAgain(server, ms) {
		this.#timer = setTimeout(() => {
			// Another program may have been given the port meanwhile, for a moment.
			const retry = () => this.#listenAgain(server, 20);
			server.once('error', retry);
			server.listen({ host: this.host, port: this.#port }, () => {
				server.off('error', retry);
				this.refusing = false;
			});
		}, ms);
	}

	/** Does not listen again; the server itself is closed by its owner. */
	stop() {
		clearTimeout(this.#timer);
		this.#server = undefined;
	}
}

module.exports = { Listener };
