import { EventEmitter, once } from 'node:events';
import { text } from 'node:stream/consumers';
import { startServer } from './httpServer';

/**
 * A service on a free port of this machine, for the harness's own tests. `POST /echo` answers with
 * what it got, `/hang` never answers, any other path answers with the status it names.
 */
export async function startSampleService() {
	const requests: Array<{
		path: string;
		authorization: string | undefined;
		body: unknown;
		closed: Promise<unknown>;
	}> = [];
	const events = new EventEmitter();
	const server = await startServer(async (request, response) => {
		const path = request.url ?? '';
		const { authorization } = request.headers;
		requests.push({
			path,
			authorization,
			body: JSON.parse((await text(request)) || 'null'),
			closed: once(response, 'close'),
		});
		events.emit('received');
		if (path === '/hang') return;
		const status = path === '/echo' ? 200 : Number(path.slice(1));
		const body = status === 200 ? requests.at(-1)?.body : { code: 'refused', message: 'Not today' };
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	});

	return {
		...server,
		requests,
		/** Resolves when the next request has come in. */
		received: () => once(events, 'received'),
	};
}
