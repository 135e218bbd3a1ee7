// JavaScript, since ESLint loads it as it is.
import { config } from '@n8n/node-cli/eslint';

// What n8n asks of nodes alone: it forbids files, timers and processes, which programs and tests need.
const ofNodes = ['@n8n/community-nodes/', 'n8n-nodes-base/'];

const without = (rules = {}) =>
	Object.fromEntries(
		Object.entries(rules).filter(([name]) => !ofNodes.some((prefix) => name.startsWith(prefix))),
	);

/**
 * The linter's rules for code that is not shipped. `local/`, `bench/` and `test/` each have an
 * `eslint.config.mjs` with them, since n8n's strict mode wants the one at the root unchanged.
 */
export const toolsConfig = [
	...config.map((part) => (part.rules ? { ...part, rules: without(part.rules) } : part)),
	{
		files: ['**/*.ts'],
		rules: {
			'no-console': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
		},
	},
];
