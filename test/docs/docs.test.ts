import { readFileSync, existsSync, readdirSync } from 'node:fs';
import { resolve, join, posix } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { CashfreeSecureIdApi } from '../../credentials/CashfreeSecureIdApi.credentials';
import { CashfreeVkyc } from '../../nodes/CashfreeVkyc/CashfreeVkyc.node';
import { CashfreeVkycTrigger } from '../../nodes/CashfreeVkycTrigger/CashfreeVkycTrigger.node';
import { parametersIn } from '../support/parameters';
import { others } from './screenWords';

const root = resolve(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const markdownIn = (folder: string) =>
	readdirSync(join(root, folder))
		.filter((name) => name.endsWith('.md'))
		.map((name) => posix.join(folder, name));

const guides = ['README.md', 'examples/README.md', ...markdownIn('docs')];
const pages = [...guides, ...markdownIn('.'), ...markdownIn('local/cashfree')];
const pagesOfTests = ['deploy/single/README.md', 'test/e2e/README.md', 'test/gate/README.md'];

const nodes = [new CashfreeVkyc().description, new CashfreeVkycTrigger().description];
const credential = new CashfreeSecureIdApi();

const parameters = parametersIn([...nodes, credential].flatMap(({ properties }) => properties));
const choices = parameters.flatMap(({ options = [] }) => options);

/** All that this package puts on a screen as a name. */
const ours = [
	...[...nodes, credential, ...parameters].map(({ displayName }) => displayName),
	...choices.flatMap((choice) => [
		choice.name,
		'action' in choice ? choice.action : undefined,
		'displayName' in choice ? choice.displayName : undefined,
	]),
];

interface Example {
	name: string;
	nodes: { name: string; parameters: { dataTableId?: { value: string } } }[];
}

/** Names of the workflows to import, of their nodes, and of the tables that they keep. */
const examples = readdirSync(join(root, 'examples'))
	.filter((name) => name.endsWith('.json'))
	.map((name) => JSON.parse(read(`examples/${name}`)) as Example)
	.flatMap(({ name, nodes: parts }) => [
		name,
		...parts.flatMap((part) => [part.name, part.parameters.dataTableId?.value]),
	]);

const known = new Set([...ours, ...examples, ...others].map((word) => String(word).toLowerCase()));
const isKnown = (word: string) => known.has(word.trim().toLowerCase());

const withoutCode = (text: string) =>
	text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

describe.each(guides)('%s', (file) => {
	const text = withoutCode(read(file));

	it('names what stands on a screen, of this package or by screenWords.js', () => {
		const emphasised = [...text.matchAll(/\*\*([^*\n]+)\*\*|(?<![\w/(])_([^_\n]+)_(?!\w)/g)]
			.map(([, bold, italic]) => bold ?? italic ?? '')
			// a sentence, or the first words of one, is no name
			.filter((phrase) => !/[.]$/.test(phrase) && phrase.split(' ').length <= 6);
		const words = emphasised.flatMap((phrase) => (isKnown(phrase) ? [] : phrase.split(/ > |: /)));
		expect(words.filter((word) => !isKnown(word))).toEqual([]);
	});

	it('lists fields that exist, with their defaults', () => {
		const tables = text.split(/\n\s*\n/).filter((block) => /^\s*\| (Field|Option) +\|/.test(block));
		for (const table of tables) {
			const [head = [], , ...rows] = table
				.trim()
				.split('\n')
				.map((line) =>
					line
						.split('|')
						.slice(1, -1)
						.map((cell) => cell.trim()),
				);
			for (const [labels = '', value] of rows) {
				// what was code are fields of an output
				const names = labels.split(/, | > /).filter((label) => /\w/.test(label));
				expect(names.filter((label) => !isKnown(label))).toEqual([]);
				if (head[1] !== 'Default') continue;
				const shown = parameters
					.filter(({ displayName }) => displayName === labels)
					.map((parameter) => defaultOf(parameter));
				expect([labels, shown]).toEqual([labels, expect.arrayContaining([value])]);
			}
		}
	});
});

const isIn = (list: readonly unknown[], value: unknown) => list.includes(value);

/** A default, as a guide writes it. */
function defaultOf({ default: value, options = [], type }: INodeProperties) {
	if (type === 'boolean') return value ? 'on' : 'off';
	if (type === 'options')
		return options.find((option) => 'value' in option && option.value === value)?.name;
	if (Array.isArray(value)) {
		const others = options.filter((choice) => 'value' in choice && !isIn(value, choice.value));
		const rest = others.map(({ name }) => name).join(' and ');
		return rest === '' ? 'all' : `all but ${rest}`;
	}
	return String(value);
}

it.each([...new Set(pages), ...pagesOfTests])('%s links to what is there', (file) => {
	const links = [...withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(
		([, link = '']) => link,
	);
	const broken = links
		.filter((link) => !/^[a-z]+:/.test(link))
		.filter((link) => {
			const [target, anchor] = link.split('#');
			const page = target ? posix.join(posix.dirname(file), target) : file;
			if (!existsSync(join(root, page))) return true;
			if (!anchor) return false;
			const heads = read(page).match(/^#+ .*$/gm) ?? [];
			const anchors = heads.map((head) =>
				head
					.replace(/^#+ /, '')
					.toLowerCase()
					.replace(/[^\w\s-]/g, '')
					.replaceAll(' ', '-'),
			);
			return !anchors.includes(anchor);
		});
	expect(broken).toEqual([]);
});

it('docs/operations.md describes each operation', () => {
	const text = read('docs/operations.md');
	const operations = nodes[0]?.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options }) => options?.map(({ name }) => name));
	expect(operations?.filter((name) => !text.includes(`**${name}**`))).toEqual([]);
});
