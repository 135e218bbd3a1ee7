import { readFile } from 'node:fs/promises';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { join } from 'node:path';
import { schemaNames } from '../support/schemas';
import { credentialType, startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { actionType, packageName, triggerType } from './support/workflows';

/** A node or credential type as n8n's editor gets it. */
interface Type {
	name: string;
	properties: INodeProperties[];
	outputs?: string[];
	codex?: object;
	supportedNodes?: string[];
	iconUrl?: { light: string; dark: string };
}

let instance: Instance;
let nodeTypes: Type[];
let credentialTypes: Type[];

beforeAll(async () => {
	instance = await startInstance();
	nodeTypes = (await instance.http.get('/types/nodes.json')).data;
	credentialTypes = (await instance.http.get('/types/credentials.json')).data;
});

afterAll(async () => await instance?.stop());

function named(types: Type[], name: string): Type {
	const found = types.find((type) => type.name === name);
	if (!found) throw new Error(`n8n serves no type ${name}.`);
	return found;
}

/** `resource/operation` for each operation; n8n itself adds 'Custom API Call' to the lists. */
const operationsOf = ({ properties }: Type) =>
	properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			(options as INodePropertyOptions[]).map(
				({ value }) => `${displayOptions?.show?.resource?.[0]}/${value}`,
			),
		)
		.filter((operation) => !operation.includes('__CUSTOM_API_CALL__'));

describe('n8n serves', () => {
	it.each([
		[actionType, 1],
		[`${actionType}Tool`, 1],
		[triggerType, 1.1],
	])('the node type %s', (name, version) => {
		expect(named(nodeTypes, name)).toMatchObject({
			version,
			credentials: [{ name: credentialType, required: true }],
		});
	});

	it('the node also as a tool for AI agents, and the trigger not', () => {
		expect(named(nodeTypes, `${actionType}Tool`).outputs).toEqual(['ai_tool']);
		expect(nodeTypes.map(({ name }) => name)).not.toContain(`${triggerType}Tool`);
	});

	it.each([actionType, triggerType])('the search words and documentation of %s', (name) => {
		expect(named(nodeTypes, name).codex).toMatchObject({
			categories: expect.arrayContaining(['Finance & Accounting']),
			alias: expect.arrayContaining(['KYC', 'Video KYC', 'V-CIP']),
			resources: { primaryDocumentation: [{ url: expect.stringContaining('/blob/main/docs/') }] },
		});
	});

	it('the credential, for both nodes', () => {
		const { supportedNodes, properties } = named(credentialTypes, credentialType);
		expect(supportedNodes).toEqual(expect.arrayContaining([actionType, triggerType]));
		expect(properties.find(({ name }) => name === 'clientSecret')?.typeOptions?.password).toBe(
			true,
		);
	});

	it.each(['light', 'dark'] as const)('the icon for the %s theme, of each type', async (theme) => {
		const file = theme === 'light' ? 'cashfree-vkyc.svg' : 'cashfree-vkyc.dark.svg';
		const drawn = await readFile(join(__dirname, '..', '..', 'icons', file), 'utf8');
		const types = [actionType, triggerType].map((name) => named(nodeTypes, name));
		for (const { iconUrl } of [...types, named(credentialTypes, credentialType)]) {
			const { status, headers, data } = await instance.http.get(`/${iconUrl?.[theme]}`);
			expect([status, headers['content-type'], data]).toEqual([200, 'image/svg+xml', drawn]);
		}
	});

	it('a preview of the output of each operation', async () => {
		const operations = operationsOf(named(nodeTypes, actionType));
		expect(operations.toSorted()).toEqual(schemaNames);
		const statuses = await Promise.all(
			operations.map(async (operation) => {
				const file = `/schemas/${actionType}/1.0.0/${operation}.json`;
				const { status, data } = await instance.http.get(file);
				return [operation, status, Object.keys(data.properties ?? {}).length > 1];
			}),
		);
		expect(statuses).toEqual(operations.map((operation) => [operation, 200, true]));
	});
});

it('n8n says nothing about the package in its log', async () => {
	const lines = (await instance.readLog()).split('\n');
	expect(lines.filter((line) => /cashfree/i.test(line) || line.includes(packageName))).toEqual([]);
	expect(lines.filter((line) => line.includes('Editor is now accessible'))).toHaveLength(1);
});
