import type { INode, INodeParameters } from 'n8n-workflow';

function node(name: string, type: string, parameters: INodeParameters = {}): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];

/**
 * A workflow file for the harness's own tests: Start → Sample → Good, and Bad at Sample's error
 * output.
 *
 * @param parameters of Sample
 */
export function sampleWorkflow(parameters: INodeParameters) {
	return {
		nodes: [
			node('Note', 'n8n-nodes-base.stickyNote'),
			node('Start', 'n8n-nodes-base.manualTrigger'),
			node('Sample', 'n8n-nodes-test.sample', parameters),
			node('Good', 'n8n-nodes-base.noOp'),
			node('Bad', 'n8n-nodes-base.noOp'),
		],
		connections: { Start: { main: [to('Sample')] }, Sample: { main: [to('Good'), to('Bad')] } },
		settings: { executionOrder: 'v1' as const },
	};
}
