const { checkSubject } = require('./comingRules');

describe('The gate refuses a node', () => {
	const parameter = { displayName: 'Text', name: 'text', type: 'string', default: '' };
	const good = {
		description: { name: 'aNode', defaults: {}, credentials: [{}], properties: [parameter] },
		codex: { categories: ['Sales'] },
		manifest: { license: 'MIT' },
		icons: { light: '<path fill="#000"/>', dark: '<path fill="#ffffff"/>' },
	};
	const withDescription = (change) => ({ description: { ...good.description, ...change } });
	const withParameter = (change) => withDescription({ properties: [{ ...parameter, ...change }] });
	const inCollection = (change) =>
		withParameter({ type: 'collection', options: [{ ...parameter, ...change }] });
	const choices = (...names) =>
		inCollection({ type: 'options', options: names.map((name) => ({ name, value: name })) });

	it('of which nothing is wrong not', () => {
		expect(checkSubject(good)).toEqual([]);
	});

	it.each([
		['hint-max-length', inCollection({ hint: 'x'.repeat(121) })],
		['icon-contrast', { icons: { ...good.icons, dark: '<path fill="#000"/>' } }],
		['no-asterisk-in-option-names', choices('* All')],
		['no-codex-subcategories', { codex: { subcategories: { Sales: ['CRM'] } } }],
		['no-duplicate-param-options', choices('A', 'A')],
		['no-monorepo', { manifest: { license: 'MIT', repository: { directory: 'a' } } }],
		['node-class-description-name-camelcase', withDescription({ name: 'A-node' })],
		['node-class-description-non-core-color', withDescription({ defaults: { color: '#FF6D5A' } })],
		['open-ended-node-fields', withParameter({ type: 'json' })],
		['options-sorted-alphabetically', choices('B', 'A')],
		['require-mit-license', { manifest: { license: 'ISC' } }],
		['require-param-default', inCollection({ default: undefined })],
		['single-credential-per-node', withDescription({ credentials: [{}, { name: 'other' }] })],
		['valid-node-categories', { codex: { categories: ['AI'] } }],
	])('that breaks %s', (rule, change) => {
		expect(checkSubject({ ...good, ...change })).toEqual([
			expect.stringMatching(new RegExp(`\\(${rule}\\)$`)),
		]);
	});
});
