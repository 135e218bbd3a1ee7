import { withCredential } from '../../local/n8n/examples';
import type { Workflow, WorkflowNode } from '../../local/n8n/examples';
import { errorOf, outputOf } from '../../local/n8n/execution';
import { startChatModel } from './support/chatModel';
import { examples } from './support/examples';
import { itWith } from './support/features';
import { readExamples } from './support/importing';
import { startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { starts } from './support/starts';
import { packageName } from './support/workflows';

let instance: Instance;
let workflows: Awaited<ReturnType<typeof readExamples>>;
let model: Awaited<ReturnType<typeof startChatModel>> | undefined;

beforeAll(async () => {
	instance = await startInstance();
	workflows = await readExamples();
});

afterAll(async () => {
	await instance?.stop();
	model?.close();
});

beforeEach(() => instance.cashfree.reset());

/** Makes a credential and picks it in those nodes of a workflow that want it. */
async function withNewCredential(
	workflow: Workflow,
	type: string,
	data: Record<string, unknown>,
	wants: (node: WorkflowNode) => boolean,
): Promise<Workflow> {
	const { id, name } = await instance.createCredential({ name: type, type }, data);
	const nodes = workflow.nodes.map((node) =>
		wants(node) ? { ...node, credentials: { [type]: { id, name } } } : node,
	);
	return { ...workflow, nodes };
}

/** Picks a credential for the workflow's chat model, which is one on this machine. */
async function withChatModel(workflow: Workflow, verificationId: string) {
	model = await startChatModel(verificationId);
	const data = { apiKey: 'none', url: model.url };
	return await withNewCredential(workflow, 'openAiApi', data, ({ type }) =>
		type.includes('lmChat'),
	);
}

/** What a model is told has to keep it from making up an ID, or from sending a link unasked. */
function expectToolsExplained() {
	const tools = model?.offered().map((tool) => tool.function) ?? [];
	expect(tools.map(({ name }) => name).sort()).toEqual(['Get_status', 'Send_link']);
	for (const { description, parameters } of tools) {
		expect(description).toMatch(/records: never invent, guess or change/);
		for (const parameter of Object.values(parameters.properties)) {
			expect(parameter.description).toMatch(/as the user wrote it/);
		}
	}
	const sends = tools.find(({ name }) => name === 'Send_link');
	expect(sends?.description).toMatch(/messages a real person and costs money/);
}

/** Picks a credential for the header that the workflow's webhook wants. */
const withHeader = async (workflow: Workflow, header: { name: string; value: string }) =>
	await withNewCredential(workflow, 'httpHeaderAuth', { ...header }, ({ parameters }) => {
		return (parameters as { authentication?: string }).authentication === 'headerAuth';
	});

it('Each example is tried here', () => {
	expect(workflows.map(({ file }) => file)).toEqual(Object.keys(examples));
});

for (const [file, example] of Object.entries(examples)) {
	const { needs, start, header, model: asksFor, set, again = [] } = example;
	itWith(needs)(`${file} runs, with credentials picked as its note says`, async () => {
		const found = workflows.find((each) => each.file === file);
		if (!found) throw new Error(`${file} is not in the folder.`);
		let workflow = withCredential(found.workflow, instance.credential, packageName);
		if (asksFor) workflow = await withChatModel(workflow, asksFor);
		if (header) workflow = await withHeader(workflow, header);
		const saved = await instance.rest.createWorkflow(set ? set(workflow) : workflow);
		for (const { prepare, send, node, output, page } of [example, ...again]) {
			await prepare?.(instance, saved);
			const execution = await starts[start](instance, saved, send, header);
			expect(errorOf(execution)).toBeUndefined();
			if (output) expect(outputOf(execution, node)).toMatchObject(output);
			if (page) expect(execution.page).toMatch(page);
		}
		if (asksFor) expectToolsExplained();
	});
}
