import type { IDataObject } from 'n8n-workflow';
import { startServer } from './httpServer';

export interface GivenAnswer {
	/** Default: 200 */
	status?: number;
	headers?: Record<string, string>;
	/** An object is sent as JSON */
	body?: string | IDataObject;
}

/**
 * A server in Cashfree's place that answers each request by what it is.
 *
 * @param answer gets e.g. `POST /vkyc`; where it results in nothing, the connection is cut, and nobody
 *   listens any more
 * @returns `requests` grows by one for each request
 */
export async function startAnsweringServer(answer: (operation: string) => GivenAnswer | undefined) {
	const requests: string[] = [];
	const server = await startServer((request, response) => {
		const operation = `${request.method} ${request.url?.split('?')[0]}`;
		requests.push(operation);
		request.resume().on('end', () => {
			const given = answer(operation);
			if (!given) return void server.close();
			const { status = 200, headers = {}, body = '' } = given;
			response
				.writeHead(status, headers)
				.end(typeof body === 'string' ? body : JSON.stringify(body));
		});
	});
	return { ...server, requests };
}
