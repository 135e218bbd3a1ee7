import type { INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/**
 * A node that hands on the items it gets.
 *
 * @param name node type name without its package
 */
function passOn(name: string, displayName: string, group: 'trigger' | 'transform'): INodeType {
	return {
		description: {
			displayName,
			name,
			group: [group],
			version: 1,
			description: 'Hands on the items it gets',
			defaults: { name: displayName },
			inputs: group === 'trigger' ? [] : [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute() {
			return [this.getInputData()];
		},
	};
}

/**
 * Stand-ins for the built-in nodes with which workflow files begin and end. The package that holds
 * the originals, `n8n-nodes-base`, is too large to depend on.
 */
export const coreNodes: Record<string, INodeType> = {
	'n8n-nodes-base.manualTrigger': passOn('manualTrigger', 'Manual Trigger', 'trigger'),
	'n8n-nodes-base.noOp': passOn('noOp', 'No Operation, do nothing', 'transform'),
	'n8n-nodes-base.stickyNote': passOn('stickyNote', 'Sticky Note', 'transform'),
};
