import { fastify } from 'fastify';
import type { FastifyError, FastifyInstance, FastifyReply, HTTPMethods } from 'fastify';
import { answers } from './answers';
import type { Answer } from './answers';
import { addControls } from './control';
import { base } from './core';
import type { Core } from './core';
import { gate } from './gate';
import { addGuard } from './guard';
import { addHooks } from './hooks';
import { toJson } from './json';
import type { Operation, Request } from './request';
import { addPage } from './page';
import { recordingsPath } from './recordings';
import * as oauth from './routes/oauth';
import { addRecordings } from './routes/recording';
import * as user from './routes/user';
import * as vkyc from './routes/vkyc';

const operations: [HTTPMethods, string, Operation][] = [
	['POST', '/vkyc', vkyc.initiate],
	['GET', '/vkyc', vkyc.status],
	['POST', '/user', user.create],
	['GET', '/user', user.get],
	['PATCH', '/user', user.update],
	['POST', '/oauth/token', oauth.createToken],
];

function sendAnswer(
	reply: FastifyReply,
	{ status, type, code, message, error, headers = {} }: Answer,
) {
	return reply.code(status).headers(headers).send({ type, code, message, error });
}

const isAnswer = (result: object): result is Answer => 'code' in result && 'type' in result;

/** @returns not yet listening */
export function createServer(core: Core): FastifyInstance {
	const app = fastify({
		logger: core.logger,
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		bodyLimit: 10 * 1024 * 1024,
	});
	app.setReplySerializer(toJson);
	app.setErrorHandler((error, _request, reply) => {
		const { statusCode = 500 } = error as FastifyError;
		if (statusCode >= 500) core.onFailure(error);
		return sendAnswer(reply, statusCode < 500 ? answers.bad_request : answers.verification_failed);
	});
	app.setNotFoundHandler((_request, reply) => sendAnswer(reply, answers.resource_not_found));
	// A kept-alive connection would outlive the refusal of new ones.
	app.addHook('onSend', async (_request, reply) => {
		if (core.listener.refusing) reply.header('connection', 'close');
	});
	app.register(async (cashfree) => addCashfree(cashfree, core), { prefix: base });
	app.register(async (s3) => addRecordings(s3, core), { prefix: recordingsPath });
	app.register(
		async (local) => {
			addGuard(local, core.listener.host);
			local.register(async (controls) => addControls(controls, core));
			local.register(async (page) => addPage(page, core));
		},
		{ prefix: '/_local' },
	);
	return app;
}

function addCashfree(app: FastifyInstance, core: Core) {
	addHooks(app, core, (method, path) => `${method} ${path.slice(base.length)}`);
	for (const [method, url, run] of operations) {
		app.route({
			method,
			url,
			handler: async (raw, reply) => {
				const request = raw as Request;
				const result =
					gate(request, core, reply) ?? run({ body: request.body, query: request.query }, core);
				if (isAnswer(result)) return sendAnswer(reply, result);
				request.entry.processed = true;
				return reply.type('application/json').send(result);
			},
		});
	}
}
