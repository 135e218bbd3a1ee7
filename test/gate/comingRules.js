const fs = require('node:fs/promises');
const path = require('node:path');
const { parametersIn } = require('../support/parameters');

/**
 * Rules that n8n's repository describes and that no published plugin has yet, each by the name it
 * has there: https://github.com/n8n-io/n8n/tree/master/packages/%40n8n/eslint-plugin-community-nodes/docs/rules
 * They are checked on the nodes as n8n loads them. What needs judgement stands in the README.
 *
 * @typedef {object} Subject
 * @property {import('n8n-workflow').INodeTypeDescription} description
 * @property {Record<string, any>} codex
 * @property {Record<string, any>} manifest the package.json
 * @property {Record<string, string>} icons the SVG of each theme
 */

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
function contrast(one, other) {
	const luminance = (colour) => {
		const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
		const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
		const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

const backgrounds = { light: '#ffffff', dark: '#2b2b2b' };

/** @type {Record<string, (subject: Subject) => string[]>} what breaks a rule, by the rule's name */
const rules = {
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
				return Math.max(...colours.map((colour) => contrast(colour, backgrounds[theme]))) < 1.5;
			})
			.map(([theme]) => theme),
};

/**
 * @param {Subject} subject
 * @returns {string[]} a line for each finding
 */
const checkSubject = (subject) =>
	Object.entries(rules).flatMap(([rule, breaks]) =>
		breaks(subject).map((what) => `${subject.description.name}: ${what} (${rule})`),
	);

/**
 * @param {string} root the package's folder, built
 * @returns {Promise<Subject[]>} one for each node of the package
 */
async function readSubjects(root) {
	const manifest = JSON.parse(await fs.readFile(path.join(root, 'package.json'), 'utf8'));
	const subjects = manifest.n8n.nodes.map(async (file) => {
		const [NodeClass] = Object.values(require(path.join(root, file)));
		const { description } = new NodeClass();
		const beside = (name) => fs.readFile(path.join(root, path.dirname(file), name), 'utf8');
		const codex = JSON.parse(await beside(path.basename(file).replace(/\.js$/, '.json')));
		const svg = async ([theme, icon]) => [theme, await beside(icon.replace(/^file:/, ''))];
		const icons = Object.fromEntries(await Promise.all(Object.entries(description.icon).map(svg)));
		return { description, codex, manifest, icons };
	});
	return await Promise.all(subjects);
}

module.exports = { checkSubject, readSubjects };
