import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** The listening socket, which can stop listening for a time. */
export class Listener {
	/** True while nobody listens on the port. */
	refusing = false;
	#server: Server | undefined;
	#timer: NodeJS.Timeout | undefined;
	#port = 0;

	/** @param host an address, no name: a name may stand for two sockets */
	constructor(readonly host: string) {}

	/**
	 * @param port 0 for any free one
	 * @throws EADDRINUSE and what else the system says
	 */
	async listen(app: FastifyInstance, port: number) {
		await app.listen({ host: this.host, port });
		this.#server = app.server;
		const [address] = app.addresses();
		this.#port = typeof address === 'object' ? address.port : 0;
	}

	get port() {
		return this.#port;
	}

	get origin() {
		return `http://${this.host}:${this.#port}`;
	}

	/** The same server by another host's name, where it has one. */
	get otherOrigin() {
		return `http://${this.host === '127.0.0.1' ? 'localhost' : this.host}:${this.#port}`;
	}

	/**
	 * Stops listening, so that new connections are refused; requests under way are still answered.
	 * @param ms milliseconds until it listens again
	 */
	refuse(ms: number) {
		const server = this.#server;
		if (this.refusing || !server) return;
		this.refusing = true;
		server.close();
		this.#listenAgain(server, ms);
	}

	/** @param ms milliseconds from now */
	#listenAgain(server: Server, ms: number) {
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
