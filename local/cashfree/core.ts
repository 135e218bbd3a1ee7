import type { FastifyServerOptions } from 'fastify';
import { answerNamed } from './answers';
import type { Answer } from './answers';
import { createKeys } from './auth';
import type { KeyPair } from './auth';
import { Faults } from './faults';
import { Journey } from './journey';
import { Limits } from './limits';
import { Listener } from './listener';
import { RequestLog } from './log';
import { Recordings } from './recordings';
import { Queue } from './queue';
import type { When } from './queue';
import { applySettings, readSettings } from './settings';
import type { Settings } from './settings';
import { State } from './state';
import { Webhooks } from './webhooks';

/** README.md lists them with their defaults. */
export interface Options extends Partial<Settings> {
	port?: number;
	host?: string;
	environment?: 'sandbox' | 'production';
	clientId?: string;
	clientSecret?: string;
	keyPair?: KeyPair;
	now?: () => number;
	seed?: number;
	keepRequests?: number;
	logger?: FastifyServerOptions['logger'];
}

export type Core = ReturnType<typeof createCore>;

/** Where Cashfree's own paths begin. */
export const base = '/verification';

/**
 * The parts of one local Cashfree server and what can be told to them, by this process and over
 * HTTP alike.
 */
export function createCore(options: Options) {
	const { environment = 'sandbox', now = Date.now, seed = 1, host = '127.0.0.1' } = options;
	const keys = createKeys(options);
	const state = new State(now);
	const settings = readSettings(options);
	const faults = new Faults(seed);
	const limits = new Limits(now);
	const log = new RequestLog(options.keepRequests ?? 20_000);
	const webhooks = new Webhooks(now, keys.clientSecret);
	const listener = new Listener(host);
	const recordings = new Recordings(state, settings, () => listener.origin);
	const journey = new Journey(state, settings, webhooks, recordings);
	const forced = new Queue<Answer>();
	const logger = options.logger ?? false;
	/** @param error what went wrong in this server itself */
	const onFailure = (error: unknown) => console.error('local Cashfree server:', error);

	const core = {
		environment,
		now,
		keys,
		state,
		settings,
		faults,
		limits,
		log,
		webhooks,
		listener,
		recordings,
		journey,
		forced,
		logger,
		onFailure,

		/**
		 * Forces the answer of the next matching calls, whatever they ask.
		 * @param answer a name of `answers.ts`, or a row of one's own
		 * @throws when no answer has this name
		 */
		answerNext(answer: string | Answer, when?: When) {
			forced.add(typeof answer === 'string' ? answerNamed(answer) : answer, when);
		},

		set(changes: Partial<Settings>): Settings {
			return applySettings(settings, changes);
		},

		/** Forgets all users, verifications, requests, faults, answers, webhooks, changed settings. */
		reset() {
			for (const part of [state, faults, limits, log, webhooks, recordings, forced]) part.clear();
			applySettings(settings, readSettings(options));
		},

		/** What another process needs to know to use this server. */
		describe() {
			const { clientId, clientSecret, publicKey, otherEnvironment } = keys;
			return {
				url: `${listener.origin}${base}`,
				environment,
				clientId,
				clientSecret,
				publicKey,
				otherEnvironment,
				settings,
				seed: faults.seed,
				users: state.users.size,
				verifications: state.verifications.size,
			};
		},
	};
	return core;
}
