import type { FastifyInstance } from 'fastify';
import type { Core } from './core';
import { afterwards, beforehand } from './faultKinds';
import { toCall } from './request';
import type { Request } from './request';

/**
 * What happens to each request beside its operation: it is noted in the log, and faults strike it.
 * @param operationOf the operation that a method and a path stand for, e.g. `POST /vkyc`
 */
export function addHooks(
	app: FastifyInstance,
	core: Core,
	operationOf: (method: string, path: string) => string,
) {
	app.decorateRequest('entry');
	app.decorateRequest('fault');
	app.addHook('onRequest', async (raw) => {
		const request = raw as Request;
		const { method, url, query, headers } = request;
		const [path = ''] = url.split('?', 1);
		const operation = operationOf(method, path);
		request.entry = core.log.open({ at: core.now(), method, path, operation, query, headers });
	});
	app.addHook('preValidation', (raw, reply, done) => {
		const request = raw as Request;
		request.entry.body = request.body ?? null;
		request.fault = core.faults.take(toCall(request));
		request.entry.fault = request.fault?.kind ?? null;
		beforehand(request, reply, core, done);
	});
	app.addHook('onSend', (raw, reply, payload, done) => {
		afterwards(raw as Request, reply, payload, core, done);
	});
}
