'use strict';
import { startServer } from './httpServer';
import type { IncomingHttpHeaders } from 'node:http';

type Received = { headers: IncomingHttpHeaders; body: string };

/**
 * A receiver of webhooks that notes what it gets, byte for byte.
 * @param statuses what to answer to the first deliveries; afterwards 200
 */
export async function startReceiver(statuses: number[] = []) {
	const received: Received[] = [];
	const { url, close } = await startServer(async (request, response) => {
		const chunks = await request.toArray();
		const status = statuses[received.length] ?? 200;
		received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
		response.writeHead(status).end();
	});
	return { url: `${url}/webhook`, received, close };
}
