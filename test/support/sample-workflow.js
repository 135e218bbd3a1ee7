/** @import { INode, INodeParameters } from 'n8n-workflow' */

/**
 * @param {string} name
 * @param {string} type
 * @param {INodeParameters} [parameters]
 * @returns {INode}
 */
function node(name, type, parameters = {}) {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

/** @param {string} name */
const to = (name) => [{ node: name, type: /** @type {const} */ ('main'), index: 0 }];

/**
 * A workflow file for the harness's own tests: Start → Sample → Good, and Bad at Sample's error
 * output.
 *
 * @param {INodeParameters} parameters of Sample
 */
function sampleWorkflow(parameters) {
	return {
		nodes: [
			node('Note', 'n8n-nodes-base.stickyNote'),
			node('Start', 'n8n-nodes-base.manualTrigger'),
			node('Sample', 'n8n-nodes-test.sample', parameters),
			node('Good', 'n8n-nodes-base.noOp'),
			node('Bad', 'n8n-nodes-base.noOp'),
		],
		connections: { Start: { main: [to('Sample')] }, Sample: { main: [to('Good'), to('Bad')] } },
		settings: { executionOrder: /** @type {const} */ ('v1') },
	};
}

module.exports = { sampleWorkflow };
