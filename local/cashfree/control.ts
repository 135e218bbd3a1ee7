import type { FastifyInstance } from 'fastify';
import { answers } from './answers';
import type { Answer } from './answers';
import type { Core } from './core';
import { kinds } from './faultList';
import type { Fault } from './faultList';
import type { Rule } from './faults';
import type { When } from './queue';
import type { Settings } from './settings';
import type { Step } from './steps';
import type { Overrides, Signing } from './webhookEvent';

/** The fields of all commands; whoever takes one checks what it needs. */
type Command = Settings &
	When &
	Step &
	Signing &
	Fault & {
		name: string;
		answer?: Answer;
		url: string;
		index?: number;
		size?: number;
		product: string;
		overrides?: Overrides;
		retryDelays?: number[];
		retryTimestamp?: 'first' | 'new';
		seed?: number;
		rules: Rule[];
	};

/**
 * The controls over HTTP, for other processes: every path under `/_local`, none of which needs
 * keys. README.md shows each with curl.
 */
export function addControls(app: FastifyInstance, core: Core) {
	const { state, faults, forced, webhooks, log, listener, recordings, journey } = core;
	const done = { done: true };

	// Whatever the content type: curl and others send one of their own, with an empty body too.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, parseCommand);

	app.setErrorHandler((error, _request, reply) =>
		reply.code(400).send({ message: (error as Error).message }),
	);

	const on = (
		method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
		url: string,
		run: (command: Command, params: { id: string }) => unknown,
	) =>
		app.route({
			method,
			url,
			handler: async ({ body, params }, reply) => {
				const command = (body ?? {}) as Command;
				return reply.send((await run(command, params as { id: string })) ?? done);
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

	on('GET', '/faults', () => ({ seed: faults.seed, kinds, active: faults.active() }));
	on('POST', '/faults', ({ kind, ...when }) => faults.queue(kind, when));
	on('POST', '/faults/plan', (plan) => faults.plan(plan));
	on('POST', '/faults/refuse', ({ ms = 100 }) => listener.refuse(ms));
	on('DELETE', '/faults', () => faults.clear());

	on('POST', '/verifications/:id/move', (step, { id }) => journey.move(id, step));
	on('POST', '/verifications/:id/step', ({ name, ...step }, { id }) =>
		journey.step(id, name, step),
	);
	on('POST', '/verifications/:id/advance', (_body, { id }) => journey.advance(id));

	on('POST', '/verifications/:id/recording', ({ size }, { id }) => journey.record(id, { size }));
	on('GET', '/recordings', () => ({
		mostAtOnce: recordings.mostAtOnce,
		recordings: recordings.list(),
	}));

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
	on('POST', '/webhooks/other', ({ product }) => webhooks.announceOther(product));
	on('POST', '/webhooks/deliver', ({ url, event, overrides }) =>
		webhooks.deliver(url, event, overrides),
	);
	on('POST', '/webhooks/spoil', (overrides) => webhooks.spoilNext(overrides));
	on('POST', '/webhooks/redeliver', ({ index }) => webhooks.redeliver(index));
	on('POST', '/webhooks/settled', () => webhooks.settled());

	// Where the redirect fault leads: whoever follows it leaves a trace.
	app.all('/elsewhere', async ({ method, url, query, headers, body }) => {
		const [path = ''] = url.split('?', 1);
		const operation = `${method} ${path}`;
		const entry = log.open({ at: core.now(), method, path, operation, query, headers });
		Object.assign(entry, { body: body ?? null, status: 200 });
		return done;
	});
}

const parseCommand = async (_request: unknown, text: string | Buffer) =>
	JSON.parse(String(text) || '{}');
