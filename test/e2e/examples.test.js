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

/** Makes a credential and picks it in those nodes of a workflow that want it. */
async function withNewCredential(workflow, type, data, wants) {
	const { id, name } = await instance.createCredential({ name: type, type }, data);
	const nodes = workflow.nodes.map((node) =>
		wants(node) ? { ...node, credentials: { [type]: { id, name } } } : node,
	);
	return { ...workflow, nodes };
}

/** Picks a credential for the workflow's chat model, which is one on this machine. */
async function withChatModel(workflow, verificationId) {
	model = await startChatModel(verificationId);
	const data = { apiKey: 'none', url: model.url };
	return await withNewCredential(workflow, 'openAiApi', data, ({ type }) =>
		type.includes('lmChat'),
	);
}

/** Picks a credential for the header that the workflow's webhook wants. */
const withHeader = async (workflow, header) =>
	await withNewCredential(workflow, 'httpHeaderAuth', header, ({ parameters }) => {
		return parameters.authentication === 'headerAuth';
	});

it('Each example is tried here', () => {
	expect(workflows.map(({ file }) => file)).toEqual(Object.keys(examples));
});

for (const [file, example] of Object.entries(examples)) {
	const { needs, start, send, header, model: asksFor, prepare, set, node, output } = example;
	itWith(needs)(`${file} runs, with credentials picked as its note says`, async () => {
		const found = workflows.find((each) => each.file === file);
		let workflow = withCredential(found.workflow, instance.credential, packageName);
		if (asksFor) workflow = await withChatModel(workflow, asksFor);
		if (header) workflow = await withHeader(workflow, header);
		const saved = await instance.rest.createWorkflow(set ? set(workflow) : workflow);
		await prepare?.(instance, saved);
		const execution = await starts[start](instance, saved, send, header);
		expect(faultOf(execution)).toBeUndefined();
		expect(outputOf(execution, node)).toMatchObject(output);
	});
}
