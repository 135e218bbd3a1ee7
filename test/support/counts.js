// JavaScript, since jest loads its reporters as they are.
/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {Pick<import('@jest/reporters').AggregatedResult, 'numPassedTests' | 'numFailedTests' |
 * 'numPendingTests' | 'numRuntimeErrorTestSuites'>} results of a jest run
 * @returns {Counts} a file that could not be run counts as one failure
 */
const countsOf = (results) => ({
	passed: results.numPassedTests,
	failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
	skipped: results.numPendingTests,
});

/** @param {Counts} counts */
const countsLine = ({ passed, failed, skipped }) =>
	`${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Closes a jest run with its counts on one plain line, which CI systems can read. */
class CountsReporter {
	/**
	 * @param {unknown} _contexts
	 * @param {import('@jest/reporters').AggregatedResult} results
	 */
	onRunComplete(_contexts, results) {
		const line = countsLine(countsOf(results));
		// jest writes its own summary after the last reporter was called
		process.once('exit', () => process.stdout.write(`\n${line}\n`));
	}
}

module.exports = Object.assign(CountsReporter, { countsLine, countsOf });
