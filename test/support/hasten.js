const { systemClock } = require('../../nodes/CashfreeVkyc/transport/clock');

/**
 * Lets the node's waiting, pauses and time limits pass faster than on the wall, in this process (in
 * jest: in this test file) and for good.
 *
 * @param {number} factor
 * @returns {() => number} the hastened time in milliseconds since 1970, for the local Cashfree server
 */
function hasten(factor) {
	const { sleep } = systemClock;
	const start = Date.now();
	const now = () => start + (Date.now() - start) * factor;
	Object.assign(systemClock, {
		now,
		date: now,
		sleep: /** @type {typeof sleep} */ (async (ms, signal) => await sleep(ms / factor, signal)),
	});
	return now;
}

module.exports = { hasten };
