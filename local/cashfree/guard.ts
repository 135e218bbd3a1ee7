import type { FastifyInstance, FastifyRequest } from 'fastify';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** @param host the header `Host` */
function isOwnName(host: string | undefined, configured: string): boolean {
	const url = `http://${host}`;
	if (!host || !URL.canParse(url)) return false;
	const { hostname } = new URL(url);
	return loopback.test(hostname) || [configured, `[${configured}]`].includes(hostname);
}

/** @returns true where a browser sends it for a page of another origin */
function isFromElsewhere({ headers }: FastifyRequest): boolean {
	const { origin, host, 'sec-fetch-site': site } = headers;
	if (origin !== undefined && origin !== `http://${host}`) return true;
	return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/**
 * Keeps other sites, open in the same browser, from the controls: they show keys and change things.
 * A site that lets its own name point to this machine is known by the name (DNS rebinding), and one
 * that sends a form by its origin. Programs send no origin and pass.
 * @param configured the host on which this server was told to listen
 */
export function addGuard(app: FastifyInstance, configured: string) {
	app.addHook('onRequest', async (request, reply) => {
		const { method, headers } = request;
		reply.headers({
			'cache-control': 'no-store',
			'cross-origin-resource-policy': 'same-origin',
			'x-content-type-options': 'nosniff',
		});
		if (!isOwnName(headers.host, configured)) {
			const message = 'Open this server by a name of this machine, e.g. 127.0.0.1.';
			return reply.code(403).send({ message });
		}
		if (method !== 'GET' && method !== 'HEAD' && isFromElsewhere(request)) {
			return reply.code(403).send({ message: 'A page of another origin may change nothing here.' });
		}
		return undefined;
	});
}
