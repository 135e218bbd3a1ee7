// JavaScript, since jest loads it as it is.
const { testMatch, reporters, ...config } = require('../jest.config');

/** The unit tests of what Stryker changes: the workflow tests would catch more, in many hours. */
module.exports = {
	...config,
	rootDir: '..',
	// a change that keeps a test waiting is found by it, and soon: most tests take milliseconds
	testTimeout: 5000,
	testMatch: [
		'<rootDir>/test/unit/CashfreeVkyc/{actions,errors,transport}/**/*.test.ts',
		'<rootDir>/test/unit/CashfreeVkycTrigger/{signature*,timestamp,recentSecrets,unprovenBodies}.test.ts',
		'<rootDir>/test/unit/credentials/*.test.ts',
	],
};
