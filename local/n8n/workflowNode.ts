import { randomUUID } from 'node:crypto';
import type { WorkflowNode } from './examples';

/**
 * A node of a workflow, of version 1.
 *
 * @param settings of the node, such as `onError` or another `typeVersion`
 */
export const newNode = (
	name: string,
	type: string,
	parameters: object = {},
	settings: object = {},
): WorkflowNode => ({
	...{ id: randomUUID(), name, type, typeVersion: 1, position: [0, 0], parameters },
	...settings,
});
