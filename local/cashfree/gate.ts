import type { FastifyReply } from 'fastify';
import type { Answer } from './answers';
import { refusal } from './auth';
import { checkBody } from './contract';
import type { Core } from './core';
import { answerTo } from './problems';
import { toCall } from './request';
import type { Request } from './request';

/**
 * What stands between a request and its operation: a forced answer, the headers, the limits, the
 * body's contract.
 * @returns the answer that ends the request here
 */
export function gate(request: Request, core: Core, reply: FastifyReply): Answer | null | undefined {
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
