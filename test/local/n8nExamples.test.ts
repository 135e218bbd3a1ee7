import { readWorkflows, withCredential } from '../../local/n8n/examples';
import fs from 'node:fs/promises';
import path from 'node:path';
import { inTempFolder } from '../support/localN8n';

const workflowWith = (...types: string[]) => ({
	name: types.join(),
	nodes: types.map((type) => ({ name: type, type })),
	connections: {},
});

it('reads the workflows that use the package, by file name', async () => {
	await inTempFolder(async (folder) => {
		const files = {
			'b.json': workflowWith('n8n-nodes-base.set', 'n8n-nodes-demo.demo'),
			'a.json': workflowWith('n8n-nodes-demo.demoTrigger'),
			'other.json': workflowWith('n8n-nodes-demolition.demo'),
			'note.txt': 'n8n-nodes-demo.demo',
		};
		for (const [name, content] of Object.entries(files)) {
			await fs.writeFile(path.join(folder, name), JSON.stringify(content));
		}
		const found = await readWorkflows(folder, 'n8n-nodes-demo');
		expect(found.map(({ file }) => file)).toEqual(['a.json', 'b.json']);
		expect(found[1]?.workflow).toEqual(files['b.json']);
	});
});

it('reads none where there is no such folder', async () => {
	expect(await readWorkflows('/no/such/folder', 'n8n-nodes-demo')).toEqual([]);
});

it("puts the credential into the package's nodes and those that name its type, no others", () => {
	const workflow = workflowWith(
		'n8n-nodes-demo.demo',
		'n8n-nodes-base.httpRequest',
		'n8n-nodes-base.set',
	);
	const other = { slackApi: { id: '2', name: 'Slack' } };
	const nodes = workflow.nodes.map((node, i) =>
		i === 1 ? { ...node, credentials: { demoApi: { id: 'old', name: 'Old' }, ...other } } : node,
	);
	const credential = { id: '1', name: 'Mine', type: 'demoApi' };
	const result = withCredential({ ...workflow, nodes }, credential, 'n8n-nodes-demo');
	expect(result.nodes.map(({ credentials }) => credentials)).toEqual([
		{ demoApi: { id: '1', name: 'Mine' } },
		{ demoApi: { id: '1', name: 'Mine' }, ...other },
		undefined,
	]);
});
