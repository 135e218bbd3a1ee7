import { mkdir, writeFile } from 'node:fs/promises';
import { join, dirname } from 'node:path';
import { lint } from './ruleSets';
import type { RuleSet } from './ruleSets';
import { checkWorkflows } from './workflows';

const node = `import { readFileSync } from 'node:fs';
import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

export class Bad implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bad',
		name: 'bad',
		icon: 'file:bad.svg',
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'A node with faults',
		defaults: { name: 'Bad' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'lower case', name: 'text', type: 'string', default: '' }],
	};

	async execute(this: IExecuteFunctions) {
		// eslint-disable-next-line @n8n/community-nodes/no-restricted-globals
		const name = process.env.NAME ?? '';
		try {
			return [[{ json: { text: readFileSync(name, 'utf8') }, pairedItem: { item: 0 } }]];
		} catch (error) {
			throw new Error('It broke');
		}
	}
}
`;

const manifest = {
	name: 'n8n-nodes-bad',
	version: '0.1.0',
	description: 'A package with faults',
	license: 'MIT',
	keywords: ['n8n-community-node-package'],
	author: { name: 'Nobody', email: 'nobody@example.com' },
	repository: { type: 'git', url: 'git+https://github.com/example/n8n-nodes-bad.git' },
	files: ['dist'],
	dependencies: { 'left-pad': '1.3.0' },
	peerDependencies: { 'n8n-workflow': '*' },
	n8n: { n8nNodesApiVersion: 1, strict: true, nodes: ['dist/nodes/Bad/Bad.node.js'] },
};

const files = {
	'package.json': JSON.stringify(manifest, null, 2),
	'nodes/Bad/Bad.node.ts': node,
	'nodes/Bad/bad.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
	'dist/nodes/Bad/Bad.node.js': "console.log(eval('1'));\n",
};

/** The kinds of fault that are planted, by the rule that has to find each. */
const planted = {
	source: [
		// a global, although a comment switches the rule off
		'@n8n/community-nodes/no-restricted-globals',
		'@n8n/community-nodes/no-restricted-imports',
		'@n8n/community-nodes/require-node-api-error',
		'@n8n/community-nodes/no-runtime-dependencies',
		'n8n-nodes-base/node-param-display-name-miscased',
		// two that only warn
		'@n8n/community-nodes/require-homepage',
		'@n8n/community-nodes/icon-prefer-themed-variants',
	],
	package: ['no-console', '@n8n/community-nodes/no-dangerous-functions'],
};

/**
 * Proves that a set of rules looks at what it is given: a package with a fault of each kind.
 *
 * @param folder for what is not kept
 * @returns a line for each fault that was not found
 */
export async function checkPlantedFaults(set: RuleSet, folder: string): Promise<string[]> {
	const bad = join(folder, 'bad');
	for (const [file, text] of Object.entries(files)) {
		await mkdir(dirname(join(bad, file)), { recursive: true });
		await writeFile(join(bad, file), text);
	}
	const missed: string[] = [];
	for (const leg of ['source', 'package'] as const) {
		const found = (await lint(set, leg, bad, folder)).findings.map(({ rule }) => rule);
		for (const rule of planted[leg].filter((name) => !found.includes(name))) {
			missed.push(`a planted fault was not found in the ${leg}: ${rule}`);
		}
	}
	return missed;
}

const workflow = `on: push
permissions: { contents: wirte }
jobs:
  test:
    runs-on: ubuntu-latest
    strategy: { matrix: { node: [20] } }
    steps:
      - run: node --version
        env: { NODE: "\${{ matrix.nod }}" }
`;

/**
 * Proves the same of `actionlint`, with a GitHub workflow that has two faults.
 *
 * @param folder for what is not kept
 * @returns a line for each fault that was not found
 */
export async function checkPlantedWorkflow(folder: string): Promise<string[]> {
	const bad = join(folder, 'bad-workflows');
	await mkdir(bad);
	await writeFile(join(bad, 'bad.yml'), workflow);
	const found = (await checkWorkflows(bad)).join('\n');
	return ['wirte', 'nod'].filter((fault) => !found.includes(`"${fault}"`));
}
