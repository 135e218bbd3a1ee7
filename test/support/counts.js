/** Closes a jest run with its counts on one plain line, which CI systems can read. */
class Counts {
	/**
	 * @param {unknown} _contexts
	 * @param {import('@jest/reporters').AggregatedResult} results
	 */
	onRunComplete(_contexts, results) {
		const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results;
		const failed = numFailedTests + numRuntimeErrorTestSuites;
		const line = `${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`;
		// jest writes its own summary after the last reporter was called
		process.once('exit', () => process.stdout.write(`\n${line}\n`));
	}
}

module.exports = Counts;
