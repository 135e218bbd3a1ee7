// What n8n's rules do not say of any file: how types are imported, and what JavaScript needs for lack
// of a compiler. A pass of its own (npm run lint:style), because n8n's strict mode wants
// eslint.config.mjs as it is. JavaScript, since ESLint loads it as it is.
import js from '@eslint/js';
import parser from '@typescript-eslint/parser';
import importX from 'eslint-plugin-import-x';
import globals from 'globals';

export default [
	{ ignores: ['dist', 'reports', 'coverage', 'test/gate/rules/latest'] },
	{
		files: ['**/*.ts'],
		languageOptions: { parser },
		plugins: { 'import-x': importX },
		rules: { 'import-x/consistent-type-specifier-style': ['error', 'prefer-top-level'] },
	},
	{
		...js.configs.recommended,
		files: ['**/*.{js,mjs,cjs}'],
		languageOptions: { globals: globals.node },
		rules: {
			...js.configs.recommended.rules,
			'no-unused-vars': ['error', { ignoreRestSiblings: true }],
		},
	},
	{ files: ['**/*.{js,cjs}'], languageOptions: { sourceType: 'commonjs' } },
];
