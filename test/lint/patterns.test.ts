import { scripts } from '../../package.json';
import { lintFaults } from './lintFaults';

const faultsIn = async (files: Record<string, string>) => await lintFaults('lint:patterns', files);

const costly = [
	// tries the same characters in many ways
	String.raw`/(a|a)*$/.test(text)`,
	String.raw`/^(\d+)+x/.test(text)`,
	String.raw`/^[^@]+@[^@]+\.[^@]+$/.test(text)`,
	String.raw`/(\w+)=\1/.test(text)`,
	// starts anew at each place of a long run
	String.raw`text.replace(/\s+$/, '')`,
	String.raw`/<[^>]*>/g.test(text)`,
	String.raw`/x*$/y.test(text)`,
	String.raw`text.match(/"(?:[^"\\]|\\.)*"/g)`,
	// looks far ahead, again and again, for a short match
	String.raw`/(?!.*x)./g.test(text)`,
	String.raw`text.replace(/a(?:.*b)?/g, '')`,
	String.raw`text.split(/<!--[^]*?-->|</)`,
];

const builtFromData = [
	'new RegExp(text)',
	"new RegExp('a')",
	'RegExp(`a${text}`)',
	'[text].map(RegExp)',
	'text.match(text)',
	"text.match('a+')",
	'text.matchAll(text as never)',
	'text?.search(text)',
	"text['match'](text)",
	"({ type: 'regex', properties: { regex: text } })",
	"({ 'regex': text })",
];

const linear = [
	String.raw`/^\d+$/.test(text)`,
	String.raw`/^(\d)-\1$/.test(text)`,
	String.raw`text.replace(/\s/g, '')`,
	String.raw`text.split(/[\s,]+/)`,
	String.raw`text.match(/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/)`,
	'text.matchAll(digits)',
	"text.replaceAll(text, '***')",
	"text.split(',')",
	'(0 as unknown as RegExp).test(text)',
];

/** Each expression on a line of its own, switched off as well as it can be. */
const source = [...costly, ...builtFromData, ...linear]
	.map((expression) => `void ((text: string) => ${expression}); // eslint-disable-line\n`)
	.join('');
const constant = String.raw`const digits = /\d+/g;`;

it('the linter finds each pattern that costs too much or is built from data, and no other', async () => {
	const faults = await faultsIn({
		'nodes/A/deep/down.ts': source + constant,
		'credentials/a.ts': '',
	});
	const lines = faults.map((fault) => Number(fault.split(':')[1]) - 1).sort((a, b) => a - b);
	const all = source.split('\n');
	expect(lines.map((line) => all[line])).toEqual(
		all.slice(0, costly.length + builtFromData.length),
	);
});

it('the linter looks at nodes and credentials, whatever the folder', async () => {
	const planted = String.raw`export const trim = (text: string) => text.replace(/\s+$/, '');`;
	const names = ['credentials/a.credentials.ts', 'nodes/A/A.node.ts', 'nodes/shared/b/c.ts'];
	const faults = await faultsIn(Object.fromEntries(names.map((name) => [name, planted])));
	expect(faults).toEqual(names.map((name) => `${name}:1`));
});

it('npm run lint has the linter look at the patterns', () => {
	expect(scripts.lint.split(' && ')).toContain('npm run lint:patterns');
});
