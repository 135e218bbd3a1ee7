import { base, createCore } from './core';
import type { Options } from './core';
import { createServer } from './server';

export type { Options };

export type Cashfree = Awaited<ReturnType<typeof startCashfree>>;

/**
 * Starts a local server that answers as Cashfree's Video KYC documentation says.
 * @throws EADDRINUSE when the port is taken
 */
export async function startCashfree(options: Options = {}) {
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
		recordings: core.recordings,
		seed: core.faults.seed,
		answerNext: core.answerNext,
		clearAnswers: () => core.forced.clear(),
		move: core.journey.move,
		record: core.journey.record,
		step: core.journey.step,
		advance: core.journey.advance,
		set: core.set,
		reset: core.reset,
		refuse: (ms: number) => core.listener.refuse(ms),
		/** Stops the server and drops every connection. */
		async close() {
			core.webhooks.clear();
			core.listener.stop();
			await app.close();
		},
	};
}
