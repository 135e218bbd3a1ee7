import { startServer } from './httpServer';

interface RawAnswer {
	status: number;
	headers?: Record<string, string>;
	body?: string;
}

/**
 * Starts a server that gives the same answer to every request, whatever it is: what stands between
 * n8n and Cashfree on a bad day.
 *
 * @returns `requests`
 *   grows by one for each request, e.g. `POST /vkyc`
 */
export async function startRawServer({
	status,
	headers = {},
	body = '',
}: RawAnswer): Promise<{ url: string; requests: string[]; close: () => Promise<void> }> {
	const requests: string[] = [];
	const server = await startServer((request, response) => {
		requests.push(`${request.method} ${request.url?.split('?')[0]}`);
		request.resume().on('end', () => response.writeHead(status, headers).end(body));
	});
	return { ...server, requests };
}
