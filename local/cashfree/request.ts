import type { FastifyRequest } from 'fastify';
import type { Body, Query } from './body';
import type { Core } from './core';
import type { Fault } from './faults';
import type { Entry } from './log';

/** Returns the body of a 200, or a row of `answers`. */
export type Operation = (request: { body: Body; query: Query }, core: Core) => object;

export interface Request extends FastifyRequest {
	body: Body;
	query: Query;
	entry: Entry;
	fault: Fault | undefined;
}
