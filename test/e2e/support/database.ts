import type { IDataObject } from 'n8n-workflow';
import type { Credential, WorkflowNode } from '../../../local/n8n/examples';
import { errorOf, outputOf } from '../../../local/n8n/execution';
import type { QueueInstance } from './queue';
import { node, runNode } from './workflows';

/**
 * n8n's Postgres node with one statement.
 *
 * @param values expression of the list of values for `$1`, `$2` …
 */
export const postgres = (
	name: string,
	{ id, name: credentialName }: Credential,
	query: string,
	values?: string,
): WorkflowNode =>
	node(
		name,
		'n8n-nodes-base.postgres',
		{ operation: 'executeQuery', query, options: values ? { queryReplacement: values } : {} },
		{ typeVersion: 2.6, credentials: { postgres: { id, name: credentialName } } },
	);

/**
 * Runs a statement by hand.
 *
 * @returns the rows
 * @throws where the run does not succeed
 */
export async function query(
	instance: QueueInstance,
	credential: Credential,
	statement: string,
): Promise<IDataObject[]> {
	const execution = await runNode(instance, postgres('Query', credential, statement));
	const fault = errorOf(execution);
	if (fault) throw new Error(`The database was asked in vain: ${fault}`);
	return outputOf(execution, 'Query');
}
