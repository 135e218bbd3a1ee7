// JavaScript, since jest loads it as it is.
/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	// only ends what hangs: how fast a machine is must not decide whether a test passes
	testTimeout: 120_000,
	testMatch: ['<rootDir>/test/{unit,workflow,local,docs,gate,deploy,lint,soak}/**/*.test.ts'],
	modulePathIgnorePatterns: [
		'<rootDir>/dist/',
		'<rootDir>/test/e2e/',
		'<rootDir>/test/gate/rules/',
		'<rootDir>/.stryker-tmp/',
	],
	reporters: ['default', '<rootDir>/test/support/counts.js'],
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
	},
};
