import { readFile } from 'node:fs/promises';
import { join, dirname, basename } from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { parametersIn } from '../support/parameters';

/**
 * Rules that n8n's repository describes and that no published plugin has yet, each by the name it
 * has there: https://github.com/n8n-io/n8n/tree/master/packages/%40n8n/eslint-plugin-community-nodes/docs/rules
 * They are checked on the nodes as n8n loads them. What needs judgement stands in the README.
 */
export interface Subject {
	description: INodeTypeDescription;
	codex: { categories?: string[]; subcategories?: Record<string, string[]> };
	manifest: { license?: string; repository?: { directory?: string } };
	icons: Partial<Record<Theme, string>>;
}

type Theme = keyof typeof backgrounds;

/** https://docs.n8n.io/connect/create-nodes/build-your-node/reference/codex-files/#node-categories */
const categories = [
	'Data & Storage',
	'Finance & Accounting',
	'Marketing & Content',
	'Productivity',
	'Miscellaneous',
	'Sales',
	'Development',
	'Analytics',
	'Communication',
	'Utility',
];

/** WCAG's contrast of two colours like `#1f1b2e` or `#fff`. */
function contrast(one: string, other: string) {
	const luminance = (colour: string) => {
		const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
		const part = (at: number) => {
			const c = parseInt(hex.slice(at, at + 2), 16) / 255;
			return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
		};
		return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
	};
	const both = [luminance(one), luminance(other)];
	return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}

const backgrounds = { light: '#ffffff', dark: '#2b2b2b' };

/** what breaks a rule, by the rule's name */
const rules: Record<string, (subject: Subject) => string[]> = {
	'hint-max-length': ({ description }) =>
		parametersIn(description.properties)
			.filter(({ hint = '' }) => hint.length > 120)
			.map(({ name }) => name),
	'no-codex-subcategories': ({ codex }) => Object.keys(codex.subcategories ?? {}),
	'no-monorepo': ({ manifest }) => [manifest.repository?.directory ?? []].flat(),
	'open-ended-node-fields': ({ description }) =>
		description.properties
			.filter(({ type, required }) => type === 'json' && !required)
			.map(({ name }) => name),
	'single-credential-per-node': ({ description }) =>
		(description.credentials ?? []).slice(1).map(({ name }) => name),
	// with it no-ai-codex-category and no-logic-or-flow-nodes, which name categories outside the list
	'valid-node-categories': ({ codex }) =>
		(codex.categories ?? []).filter((category) => !categories.includes(category)),
	'icon-contrast': ({ icons }) =>
		Object.entries(icons)
			.filter(([theme, svg]) => {
				const colours = svg.match(/(?<=(?:fill|stroke|stop-color)=")#[0-9a-f]+/gi) ?? ['#000000'];
				return (
					Math.max(...colours.map((colour) => contrast(colour, backgrounds[theme as Theme]))) < 1.5
				);
			})
			.map(([theme]) => theme),
};

/** @returns a line for each finding */
export const checkSubject = (subject: Subject): string[] =>
	Object.entries(rules).flatMap(([rule, breaks]) =>
		breaks(subject).map((what) => `${subject.description.name}: ${what} (${rule})`),
	);

/**
 * @param root the package's folder, built
 * @returns one for each node of the package
 */
export async function readSubjects(root: string): Promise<Subject[]> {
	const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
	const subjects = manifest.n8n.nodes.map(async (file: string) => {
		const [NodeClass] = Object.values(await import(join(root, file)));
		const { description } = new (NodeClass as new () => INodeType)();
		const beside = (name: string) => readFile(join(root, dirname(file), name), 'utf8');
		const codex = JSON.parse(await beside(basename(file).replace(/\.js$/, '.json')));
		const svg = async ([theme, icon]: [string, string]) => [
			theme,
			await beside(icon.replace(/^file:/, '')),
		];
		const icons = Object.fromEntries(
			await Promise.all(Object.entries(description.icon ?? {}).map(svg)),
		);
		return { description, codex, manifest, icons };
	});
	return await Promise.all(subjects);
}
