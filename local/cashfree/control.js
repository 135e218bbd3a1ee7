'use strict';
const { answers } = require('./answers.js');
const { kinds } = require('./faults.js');

/**
 * @typedef {import('./settings.js').Settings
 *   & import('./queue.js').When
 *   & import('./statuses.js').Step
 *   & import('./webhook-event.js').Signing
 *   & import('./faults.js').Fault
 *   & { name: string, answer?: import('./answers.js').Answer, url: string, index?: number }
 *   & { overrides?: import('./webhook-event.js').Overrides }
 *   & { retryDelays?: number[], retryTimestamp?: 'first' | 'new' }
 *   & { seed?: number, rules: import('./faults.js').Rule[] }
 * } Command the fields of all commands; whoever takes one checks what it needs
 */

/**
 * The controls over HTTP, for other processes: every path under `/_local`, none of which needs
 * keys. README.md shows each with curl.
 * @param {import('fastify').FastifyInstance} app
 * @param {import('./core.js').Core} core
 */
function addControls(app, core) {
	const { state, faults, forced, webhooks, log, listener } = core;
	const done = { done: true };

	// Whatever the content type: curl and others send one of their own, with an empty body too.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, parseCommand);

	app.setErrorHandler((error, _request, reply) =>
		reply.code(400).send({ message: /** @type {Error} */ (error).message }),
	);

	/**
	 * @param {'GET' | 'POST' | 'PATCH' | 'DELETE'} method
	 * @param {string} url
	 * @param {(command: Command, params: { id: string }) => unknown} run
	 */
	const on = (method, url, run) =>
		app.route({
			method,
			url,
			handler: async ({ body, params }, reply) => {
				const command = /** @type {Command} */ (body ?? {});
				return reply.send((await run(command, /** @type {{ id: string }} */ (params))) ?? done);
			},
		});

	on('GET', '/state', () => core.describe());
	on('PATCH', '/settings', (changes) => core.set(changes));
	on('POST', '/reset', () => core.reset());
	on('GET', '/users', () => [...state.users.values()]);
	on('GET', '/verifications', () => [...state.verifications.values()]);
	on('GET', '/notifications', () => state.notifications);
	on('GET', '/requests', () => log.entries);
	on('DELETE', '/requests', () => log.clear());

	on('GET', '/answers', () => answers);
	on('POST', '/answers', ({ name, answer, ...when }) => core.answerNext(answer ?? name, when));
	on('DELETE', '/answers', () => forced.clear());

	on('GET', '/faults', () => ({ seed: faults.seed, kinds }));
	on('POST', '/faults', ({ kind, ...when }) => faults.queue(kind, when));
	on('POST', '/faults/plan', (plan) => faults.plan(plan));
	on('POST', '/faults/refuse', ({ ms = 100 }) => listener.refuse(ms));
	on('DELETE', '/faults', () => faults.clear());

	on('POST', '/verifications/:id/move', (step, { id }) => core.move(id, step));
	on('POST', '/verifications/:id/advance', (_body, { id }) => core.advance(id));

	on('GET', '/webhooks', () => ({
		registrations: webhooks.registrations.map(({ url, scheme }) => ({ url, scheme })),
		deliveries: webhooks.deliveries,
	}));
	on('POST', '/webhooks', ({ url, ...signing }) => webhooks.register(url, signing));
	on('DELETE', '/webhooks', ({ url }) => webhooks.unregister(url));
	on('PATCH', '/webhooks', ({ retryDelays, retryTimestamp }) => {
		webhooks.retryDelays = retryDelays ?? webhooks.retryDelays;
		webhooks.retryTimestamp = retryTimestamp ?? webhooks.retryTimestamp;
	});
	on('POST', '/webhooks/test', ({ url, ...signing }) => webhooks.testAndAdd(url, signing));
	on('POST', '/webhooks/deliver', ({ url, event, overrides }) =>
		webhooks.deliver(url, event, overrides),
	);
	on('POST', '/webhooks/spoil', (overrides) => webhooks.spoilNext(overrides));
	on('POST', '/webhooks/redeliver', ({ index }) => webhooks.redeliver(index));
	on('POST', '/webhooks/settled', () => webhooks.settled());

	// Where the redirect fault leads: whoever follows it leaves a trace.
	app.all('/elsewhere', async ({ method, url, query, headers, body }) => {
		const entry = log.open({ at: core.now(), method, url, base: '', query, headers });
		Object.assign(entry, { body: body ?? null, status: 200 });
		return done;
	});
}

/**
 * @param {unknown} _request
 * @param {string | Buffer} text
 */
const parseCommand = async (_request, text) => JSON.parse(String(text) || '{}');

module.exports = { addControls };
