'use strict';
const { fastify } = require('fastify');
const { answers } = require('./answers.js');
const { addControls } = require('./control.js');
const { base } = require('./core.js');
const { afterwards, beforehand } = require('./fault-kinds.js');
const { gate, toCall } = require('./gate.js');
const { toJson } = require('./json.js');
const vkyc = require('./routes/vkyc.js');
const user = require('./routes/user.js');
const oauth = require('./routes/oauth.js');

/**
 * @typedef {import('./core.js').Core} Core
 * @typedef {{
 *   verification_id: string, user_id?: string, user_reference_id?: number, phone: string,
 *   email?: string, name?: string, address?: string, user_template?: string,
 *   agent_template?: string, notification_types?: string[],
 *   aadhaar_details?: Record<string, unknown>, security_questions?: object[],
 * }} Body the fields of all operations; the contract has made sure of those of this one
 * @typedef {{
 *   verification_id?: string, reference_id?: string, user_reference_id?: string, user_id?: string,
 * }} Query
 * @typedef {(request: { body: Body, query: Query }, core: Core) => object} Operation
 *   Returns the body of a 200, or a row of `answers`.
 * @typedef {import('fastify').FastifyRequest & {
 *   body: Body, query: Query, entry: import('./log.js').Entry, fault: import('./faults.js').Fault | undefined,
 * }} Request
 */

/** @type {Record<string, Operation>} */
const operations = {
	'POST /vkyc': vkyc.initiate,
	'GET /vkyc': vkyc.status,
	'POST /user': user.create,
	'GET /user': user.get,
	'PATCH /user': user.update,
	'POST /oauth/token': oauth.createToken,
};

/**
 * @param {import('fastify').FastifyReply} reply
 * @param {import('./answers.js').Answer} answer
 */
function sendAnswer(reply, { status, type, code, message, error, headers = {} }) {
	return reply.code(status).headers(headers).send({ type, code, message, error });
}

/** @param {object} result @returns {result is import('./answers.js').Answer} */
const isAnswer = (result) => 'code' in result && 'type' in result;

/**
 * @param {Core} core
 * @returns {import('fastify').FastifyInstance} not yet listening
 */
function createServer(core) {
	const app = fastify({
		logger: core.logger,
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		bodyLimit: 10 * 1024 * 1024,
	});
	app.setReplySerializer(toJson);
	app.setErrorHandler((error, _request, reply) => {
		const { statusCode = 500 } = /** @type {import('fastify').FastifyError} */ (error);
		if (statusCode >= 500) core.onFailure(error);
		return sendAnswer(reply, statusCode < 500 ? answers.bad_request : answers.verification_failed);
	});
	app.setNotFoundHandler((_request, reply) => sendAnswer(reply, answers.resource_not_found));
	// A kept-alive connection would outlive the refusal of new ones.
	app.addHook('onSend', async (_request, reply) => {
		if (core.listener.refusing) reply.header('connection', 'close');
	});
	app.register(async (cashfree) => addCashfree(cashfree, core), { prefix: base });
	app.register(async (local) => addControls(local, core), { prefix: '/_local' });
	return app;
}

/**
 * @param {import('fastify').FastifyInstance} app
 * @param {Core} core
 */
function addCashfree(app, core) {
	app.decorateRequest('entry');
	app.decorateRequest('fault');
	app.addHook('onRequest', async (raw) => {
		const request = /** @type {Request} */ (raw);
		const { method, url, query, headers } = request;
		request.entry = core.log.open({ at: core.now(), method, url, base, query, headers });
	});
	app.addHook('preValidation', (raw, reply, done) => {
		const request = /** @type {Request} */ (raw);
		request.entry.body = request.body ?? null;
		request.fault = core.faults.take(toCall(request));
		request.entry.fault = request.fault?.kind ?? null;
		beforehand(request, reply, core, done);
	});
	app.addHook('onSend', (raw, reply, payload, done) => {
		afterwards(/** @type {Request} */ (raw), reply, payload, core, done);
	});
	for (const [name, run] of Object.entries(operations)) {
		const [method, url] = name.split(' ');
		app.route({
			method,
			url,
			handler: async (raw, reply) => {
				const request = /** @type {Request} */ (raw);
				const result =
					gate(request, core, reply) ?? run({ body: request.body, query: request.query }, core);
				if (isAnswer(result)) return sendAnswer(reply, result);
				request.entry.processed = true;
				return reply.type('application/json').send(result);
			},
		});
	}
}

module.exports = { createServer };
