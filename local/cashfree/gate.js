'use strict';
const { refusal } = require('./auth.js');
const { checkBody } = require('./contract.js');
const { answerTo } = require('./problems.js');

/**
 * What stands between a request and its operation: a forced answer, the headers, the limits, the
 * body's contract.
 * @param {import('./server.js').Request} request
 * @param {import('./core.js').Core} core
 * @param {import('fastify').FastifyReply} reply
 * @returns {import('./answers.js').Answer | null | undefined} the answer that ends the request here
 */
function gate(request, core, reply) {
	const { settings, keys, limits, forced } = core;
	const { entry } = request;
	const answer = forced.take(toCall(request));
	if (answer) {
		entry.forced = true;
		return answer;
	}
	const rules = { ...settings, environment: core.environment, now: core.now };
	const refused = refusal(request.headers, request.ip, keys, rules);
	if (refused) return refused;
	const counted = limits.count(entry.operation, settings.limits);
	reply.headers(counted.headers);
	if (counted.refused) return counted.refused;
	if (request.method === 'GET') return null;
	const problems = checkBody(entry.operation, request.body, settings.extraFields);
	return problems.length > 0 ? answerTo(problems) : null;
}

/** @param {import('./server.js').Request} request @returns {import('./queue.js').Call} */
const toCall = ({ entry, query, body }) => ({
	operation: entry.operation,
	fields: { .../** @type {object} */ (query), .../** @type {object} */ (body) },
});

module.exports = { gate, toCall };
