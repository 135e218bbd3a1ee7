'use strict';
const { answerNamed } = require('./answers.js');
const { createKeys } = require('./auth.js');
const { Faults } = require('./faults.js');
const { Limits } = require('./limits.js');
const { Listener } = require('./listener.js');
const { RequestLog } = require('./log.js');
const { Queue } = require('./queue.js');
const { applySettings, readSettings } = require('./settings.js');
const { State } = require('./state.js');
const { Webhooks } = require('./webhooks.js');

/**
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {import('./answers.js').Answer} Answer
 * @typedef {import('./queue.js').When} When
 * @typedef {import('./state.js').Verification} Verification
 * @typedef {Partial<Settings> & {
 *   port?: number, host?: string, environment?: 'sandbox' | 'production',
 *   clientId?: string, clientSecret?: string, keyPair?: import('./auth.js').KeyPair,
 *   now?: () => number, seed?: number, keepRequests?: number,
 *   logger?: import('fastify').FastifyServerOptions['logger'],
 * }} Options README.md lists them with their defaults
 * @typedef {ReturnType<typeof createCore>} Core
 */

/** Where Cashfree's own paths begin. */
const base = '/verification';

/**
 * The parts of one local Cashfree server and what can be told to them, by this process and over
 * HTTP alike.
 * @param {Options} options
 */
function createCore(options) {
	const { environment = 'sandbox', now = Date.now, seed = 1, host = '127.0.0.1' } = options;
	const keys = createKeys(options);
	const state = new State(now);
	const settings = readSettings(options);
	const faults = new Faults(seed);
	const limits = new Limits(now);
	const log = new RequestLog(options.keepRequests ?? 20_000);
	const webhooks = new Webhooks({ now, clientSecret: keys.clientSecret });
	const listener = new Listener(host);
	/** @type {Queue<Answer>} */
	const forced = new Queue();
	const logger = options.logger ?? false;
	/** @param {unknown} error what went wrong in this server itself */
	const onFailure = (error) => console.error('local Cashfree server:', error);

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
		forced,
		logger,
		onFailure,

		/**
		 * Forces the answer of the next matching calls, whatever they ask.
		 * @param {string | Answer} answer a name of `answers.js`, or a row of one's own
		 * @param {When} [when]
		 * @throws {Error} when no answer has this name
		 */
		answerNext(answer, when) {
			forced.add(typeof answer === 'string' ? answerNamed(answer) : answer, when);
		},

		/**
		 * Moves a verification to a status and sends the webhook that belongs to it.
		 * @param {string} verificationId
		 * @param {import('./statuses.js').Step} step
		 * @returns {Verification}
		 * @throws {Error} when there is no such verification
		 */
		move(verificationId, step) {
			const verification = state.move(verificationId, step);
			webhooks.announce(verification, step.event);
			return verification;
		},

		/**
		 * Moves a verification one step along the script of `statuses.js`.
		 * @param {string} verificationId
		 * @returns {Verification}
		 * @throws {Error} when there is no such verification, or no further step
		 */
		advance(verificationId) {
			const step = state.nextStep(verificationId);
			if (!step) throw new Error(`The verification "${verificationId}" has no further step.`);
			return core.move(verificationId, step);
		},

		/** @param {Partial<Settings>} changes @returns {Settings} */
		set(changes) {
			return applySettings(settings, changes);
		},

		/** Forgets all users, verifications, requests, faults, answers, webhooks, changed settings. */
		reset() {
			for (const part of [state, faults, limits, log, webhooks, forced]) part.clear();
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

module.exports = { base, createCore };
