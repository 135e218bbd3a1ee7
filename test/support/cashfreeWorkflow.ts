import type { IDataObject, INode, OnError } from 'n8n-workflow';
import { startCashfree } from '../../local/cashfree';
import { CashfreeSecureIdApi } from '../../credentials/CashfreeSecureIdApi.credentials';
// by its whole name, since a JSON file beside it has the same one but for the ending
import { CashfreeVkyc } from '../../nodes/CashfreeVkyc/CashfreeVkyc.node.ts';
import { runWorkflow } from './engine';

export const type = 'n8n-nodes-cashfree-vkyc.cashfreeVkyc';

export type Cashfree = Awaited<ReturnType<typeof startCashfree>>;

/** The credential with which the node reaches a local Cashfree server, as a user would have saved it. */
export const credentialFor = (cashfree: Cashfree, changes: IDataObject = {}) => ({
	environment: 'custom',
	baseUrl: cashfree.url,
	clientId: cashfree.clientId,
	clientSecret: cashfree.clientSecret,
	twoFactorMethod: 'publicKey',
	publicKey: cashfree.publicKey,
	apiVersion: '2024-12-01',
	...changes,
});

/**
 * Runs the node in a workflow of two nodes, the first of which hands over the items.
 *
 * @param run.parameters the node's parameters; expressions start with `=`
 * @param run.items default: one empty item
 * @param run.credential changes to the credential
 */
export async function runNode({
	cashfree,
	parameters,
	items,
	onError,
	credential,
	timezone,
	signal,
}: {
	cashfree: Cashfree;
	parameters: IDataObject;
	items?: IDataObject[] | undefined;
	onError?: OnError | undefined;
	credential?: IDataObject | undefined;
	timezone?: string | undefined;
	signal?: AbortSignal | undefined;
}) {
	const node: INode = {
		id: 'node',
		name: 'Cashfree VKYC',
		type,
		typeVersion: 1,
		position: [200, 0],
		parameters: parameters as INode['parameters'],
	};
	const trigger = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
	};
	const result = await runWorkflow({
		workflow: {
			nodes: [trigger, node],
			connections: { Start: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		},
		nodeTypes: { [type]: new CashfreeVkyc() },
		credentialTypes: { cashfreeSecureIdApi: new CashfreeSecureIdApi() },
		credentials: { cashfreeSecureIdApi: credentialFor(cashfree, credential) },
		items: items ?? [{}],
		onError,
		timezone,
		signal,
	});
	const output = result.output(node.name);
	return { ...result, items: output, json: output.map((item) => item.json) };
}

export { startCashfree };
