const path = require('node:path');
const { readWorkflows, withCredential } = require('../../local/n8n/examples');
const { faultOf, outputOf } = require('../../local/n8n/execution');
const { startChatModel } = require('./support/chatModel');
const { examples } = require('./support/examples');
const { itWith } = require('./support/features');
const { startInstance } = require('./support/instance');
const { starts } = require('./support/starts');
const { packageName } = require('./support/workflows');

const folder = path.join(__dirname, '..', '..', 'examples');

let instance;
let workflows;
let model;

beforeAll(async () => {
	instance = await startInstance();
	workflows = await readWorkflows(folder, packageName);
});

afterAll(async () => {
	await instance?.stop();
	model?.close();
});

beforeEach(() => instance.cashfree.reset());

/** Picks a credential for the workflow's chat model, which is one on this machine. */
async function withChatModel(workflow, verificationId) {
	model = await startChatModel(verificationId);
	const type = 'openAiApi';
	const data = { apiKey: 'none', url: model.url };
	const { id, name } = await instance.createCredential({ name: 'Local model', type }, data);
	const isModel = (node) => node.type.includes('lmChat');
	const nodes = workflow.nodes.map((node) =>
		isModel(node) ? { ...node, credentials: { [type]: { id, name } } } : node,
	);
	return { ...workflow, nodes };
}

it('Each example is tried here', () => {
	expect(workflows.map(({ file }) => file)).toEqual(Object.keys(examples));
});

for (const [file, example] of Object.entries(examples)) {
	const { needs, start, send, model: asksFor, prepare, set, node, output } = example;
	itWith(needs)(`${file} runs, with credentials picked as its note says`, async () => {
		const found = workflows.find((each) => each.file === file);
		let workflow = withCredential(found.workflow, instance.credential, packageName);
		if (asksFor) workflow = await withChatModel(workflow, asksFor);
		const saved = await instance.rest.createWorkflow(set ? set(workflow) : workflow);
		await prepare?.(instance, saved);
		const execution = await starts[start](instance, saved, send);
		expect(faultOf(execution)).toBeUndefined();
		expect(outputOf(execution, node)).toMatchObject(output);
	});
}
