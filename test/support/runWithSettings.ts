import type { IDataObject, INode } from 'n8n-workflow';
import { CashfreeSecureIdApi } from '../../credentials/CashfreeSecureIdApi.credentials';
import { CashfreeVkyc } from '../../nodes/CashfreeVkyc/CashfreeVkyc.node';
import { credentialFor, type } from './cashfreeWorkflow';
import type { Cashfree } from './cashfreeWorkflow';
import { runWorkflow } from './engine';

/**
 * Runs the node with what stands on its tab *Settings*.
 *
 * @param run.settings e.g. `retryOnFail`
 */
export async function runWithSettings({
	cashfree,
	parameters,
	items,
	settings,
	signal,
}: {
	cashfree: Cashfree;
	parameters: object;
	items: IDataObject[];
	settings: Partial<INode>;
	signal?: AbortSignal | undefined;
}) {
	const node = (name: string, nodeType: string, more: object): INode => ({
		id: name,
		name,
		type: nodeType,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const result = await runWorkflow({
		workflow: {
			nodes: [
				node('Start', 'n8n-nodes-base.manualTrigger', {}),
				node('Node', type, { parameters, ...settings }),
			],
			connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		},
		nodeTypes: { [type]: new CashfreeVkyc() },
		credentialTypes: { cashfreeSecureIdApi: new CashfreeSecureIdApi() },
		credentials: { cashfreeSecureIdApi: credentialFor(cashfree) },
		items,
		signal,
	});
	return { ...result, json: result.output('Node').map((item) => item.json) };
}
