'use strict';
const { base, createCore } = require('./core.js');
const { createServer } = require('./server.js');

/**
 * @typedef {import('./core.js').Options} Options
 * @typedef {Awaited<ReturnType<typeof startCashfree>>} Cashfree
 */

/**
 * Starts a local server that answers as Cashfree's Video KYC documentation says.
 * @param {Options} [options]
 * @throws {Error} EADDRINUSE when the port is taken
 */
async function startCashfree(options = {}) {
	const core = createCore(options);
	const app = createServer(core);
	await core.listener.listen(app, options.port ?? 0);
	const { clientId, clientSecret, publicKey, otherEnvironment } = core.keys;
	return {
		url: `${core.listener.origin}${base}`,
		origin: core.listener.origin,
		port: core.listener.port,
		clientId,
		clientSecret,
		publicKey,
		otherEnvironment,
		users: core.state.users,
		verifications: core.state.verifications,
		notifications: core.state.notifications,
		requests: core.log.entries,
		settings: core.settings,
		faults: core.faults,
		webhooks: core.webhooks,
		seed: core.faults.seed,
		answerNext: core.answerNext,
		clearAnswers: () => core.forced.clear(),
		move: core.move,
		advance: core.advance,
		set: core.set,
		reset: core.reset,
		refuse: (/** @type {number} */ ms) => core.listener.refuse(ms),
		/** Stops the server and drops every connection. */
		async close() {
			core.webhooks.clear();
			core.listener.stop();
			await app.close();
		},
	};
}

module.exports = { startCashfree };
