/** Closes a jest run with its counts on one plain line, which CI systems can read. */
class Counts {
	/**
	 * @param {unknown} _contexts
	 * @param {import('@jest/reporters').AggregatedResult} results
	 */
	onRunComplete(_contexts, results) {
		const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results;
		const failed = numFailedTests + numRuntimeErrorTestSuites;
		process.stdout.write(
			`\n${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped\n`,
		);
	}
}

module.exports = Counts;
