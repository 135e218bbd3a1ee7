const { setTimeout: wait } = require('node:timers/promises');

/**
 * Resolves when the condition holds; the test's own time limit is the bound.
 *
 * @param {() => boolean} condition
 */
async function until(condition) {
	while (!condition()) await wait(5);
}

module.exports = { until, wait };
