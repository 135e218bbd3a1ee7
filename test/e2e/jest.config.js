// JavaScript, since jest loads it as it is.
/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/*.test.ts'],
	reporters: ['default', '<rootDir>/../support/counts.js'],
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
	},
	// Each file starts an n8n of its own; a machine with two cores has enough to do with one.
	maxWorkers: 1,
	testTimeout: 90_000,
};
