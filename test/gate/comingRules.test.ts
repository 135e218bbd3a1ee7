import { checkSubject } from './comingRules';
import type { Subject } from './comingRules';

describe('The gate refuses a node', () => {
	const parameter = { displayName: 'Text', name: 'text', type: 'string', default: '' };
	const good = {
		description: { name: 'aNode', credentials: [{}], properties: [parameter] },
		codex: { categories: ['Sales'] },
		manifest: {},
		icons: { light: '<path fill="#000"/>', dark: '<path fill="#ffffff"/>' },
	};
	const withDescription = (change: object) => ({ description: { ...good.description, ...change } });
	const withParameter = (change: object) =>
		withDescription({ properties: [{ ...parameter, ...change }] });
	const inCollection = (change: object) =>
		withParameter({ type: 'collection', options: [{ ...parameter, ...change }] });

	const check = (change: object) => checkSubject({ ...good, ...change } as Subject);

	it('of which nothing is wrong not', () => {
		expect(check({})).toEqual([]);
	});

	it.each([
		['hint-max-length', inCollection({ hint: 'x'.repeat(121) })],
		['icon-contrast', { icons: { ...good.icons, dark: '<path fill="#000"/>' } }],
		['no-codex-subcategories', { codex: { subcategories: { Sales: ['CRM'] } } }],
		['no-monorepo', { manifest: { repository: { directory: 'a' } } }],
		['open-ended-node-fields', withParameter({ type: 'json' })],
		['single-credential-per-node', withDescription({ credentials: [{}, { name: 'other' }] })],
		['valid-node-categories', { codex: { categories: ['AI'] } }],
	])('that breaks %s', (rule, change) => {
		expect(check(change)).toEqual([expect.stringMatching(new RegExp(`\\(${rule}\\)$`))]);
	});
});
