import { randomUUID } from 'node:crypto';
import type { Workflow, WorkflowNode } from '../../local/n8n/examples';
import type { SavedWorkflow } from '../../local/n8n/rest';
import { reportOnV3 } from './support/breakingChanges';
import { itWith } from './support/features';
import { readEventOnce, readExamples } from './support/importing';
import { credentialType, startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { chain, node, packageName } from './support/workflows';

/** What nodes of the workflows want besides the package's credential. */
const otherCredentials = {
	httpHeaderAuth: { name: 'x-crm-key', value: 'crm-key-of-this-test' },
	openAiApi: { apiKey: 'none', url: 'http://127.0.0.1:9' },
	postgres: { host: '127.0.0.1', port: 9 },
};

let instance: Instance;
let imports: SavedWorkflow[];

/** @returns the type of the credential that a builder picks in a node after the import */
function typeWantedBy({ type, parameters = {}, credentials = {} }: WorkflowNode) {
	if (type.startsWith(`${packageName}.`)) return credentialType;
	if (type.includes('lmChat')) return 'openAiApi';
	if ((parameters as { authentication?: string }).authentication) return 'httpHeaderAuth';
	return Object.keys(credentials)[0];
}

/** One after the other: n8n 1 with SQLite can fail while it stores something else. */
async function makeCredentials(): Promise<Record<string, { id: string; name: string }>> {
	const made: Record<string, { id: string; name: string }> = {};
	for (const [type, data] of Object.entries(otherCredentials)) {
		const { id, name } = await instance.createCredential({ name: type, type }, data);
		made[type] = { id, name };
	}
	return { ...made, [credentialType]: instance.credential };
}

/** Imports each workflow that the project has, with credentials picked; one after the other, too. */
async function importAll(credentials: Record<string, object>): Promise<SavedWorkflow[]> {
	const examples = (await readExamples()).map(({ workflow }) => workflow);
	const saved: SavedWorkflow[] = [];
	for (const workflow of [...examples, await readEventOnce()]) {
		const nodes = workflow.nodes.map((each) => {
			const type = typeWantedBy(each);
			return type ? { ...each, credentials: { [type]: credentials[type] } } : each;
		});
		saved.push(await instance.rest.createWorkflow({ ...workflow, nodes } as Workflow));
	}
	return saved;
}

beforeAll(async () => {
	instance = await startInstance();
	const credentials = await makeCredentials();
	imports = [...(await importAll(credentials)), ...(await importAll(credentials))];
});

afterAll(async () => await instance?.stop());

const startsByItself = ({ nodes }: SavedWorkflow) =>
	nodes.some(({ type }) => /\.(webhook|(form|chat|schedule|cashfreeVkyc)Trigger)$/.test(type));

describe('Of the workflows to import, each imported twice,', () => {
	it('each has addresses of its own', () => {
		const addresses = imports.flatMap(({ nodes }) => nodes.map(({ webhookId }) => webhookId));
		const given = addresses.filter(Boolean);
		expect(given.length).toBeGreaterThan(10);
		expect(new Set(given).size).toBe(given.length);
	});

	itWith('tables')('both are published', async () => {
		const names: string[] = [];
		for (const workflow of imports.filter(startsByItself)) {
			await instance.rest.activateWorkflow(workflow);
			names.push(workflow.name);
		}
		expect(new Set(names).size).toBe(names.length / 2);
		expect(names.length).toBeGreaterThan(10);
	});

	itWith('reportOnV3')('none has what n8n 3.0 changes, says n8n', async () => {
		expect(await reportOnV3(instance.rest)).toEqual({
			totalWorkflows: imports.length,
			...{ inWorkflows: [], inSettings: [] },
		});
		const split = node('Split', 'n8n-nodes-base.if', {}, { alwaysOutputData: true });
		await instance.rest.createWorkflow(chain('What n8n 3.0 changes', [split]));
		expect((await reportOnV3(instance.rest)).inWorkflows).toEqual([
			'always-output-data-multi-output-v3',
		]);
	});
});

it('n8n refuses the second of two workflows with one address', async () => {
	const publish = async () => {
		const settings = { typeVersion: 2.1, webhookId: randomUUID() };
		const webhook = node('Called', 'n8n-nodes-base.webhook', { path: 'the-same' }, settings);
		const workflow = await instance.rest.createWorkflow(chain('Called', [webhook]));
		await instance.rest.activateWorkflow(workflow);
	};
	await publish();
	await expect(publish()).rejects.toThrow(/conflict with one of the webhooks|already taken/);
});
