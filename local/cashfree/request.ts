import type { FastifyRequest } from 'fastify';
import type { Body, Query } from './body';
import type { Core } from './core';
import type { Fault } from './faultList';
import type { Entry } from './log';
import type { Call } from './queue';

/** Returns the body of a 200, or a row of `answers`. */
export type Operation = (request: { body: Body; query: Query }, core: Core) => object;

export interface Request extends FastifyRequest {
	body: Body;
	query: Query;
	params: { verification_id?: string };
	entry: Entry;
	fault: Fault | undefined;
}

export const toCall = ({ entry, params, query, body }: Request): Call => ({
	operation: entry.operation,
	fields: { ...params, ...query, ...body },
});
