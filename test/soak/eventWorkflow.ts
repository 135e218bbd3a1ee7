import type { Credential } from '../../local/n8n/examples';
import { defaultEvents } from '../../nodes/CashfreeVkycTrigger/events';
import type { QueueInstance } from '../e2e/support/queue';
import { cashfreeTrigger, chain } from '../e2e/support/workflows';
import { postgres, query } from '../e2e/support/database';

/** Each start of an execution has a row, each effect one with a key that is accepted only once. */
const tables = `
CREATE TABLE soak_starts (delivery_key text, verification_id text, event_type text, status text);
CREATE TABLE soak_effects (LIKE soak_starts, PRIMARY KEY (delivery_key));
`;

const event = '$("Event").first().json';
const values = `={{ [${event}.delivery.key, ${event}.data.verification_id, ${event}.event_type, ${event}.data.status] }}`;

/** Switches the workflow on that events start; its effect is a row with the event's key. */
export async function publishEvents(instance: QueueInstance, credential: Credential, url: string) {
	await query(instance, credential, tables);
	const insert = (table: string) => `INSERT INTO ${table} VALUES ($1, $2, $3, $4)`;
	const nodes = [
		cashfreeTrigger({ events: defaultEvents }),
		postgres('Start', credential, insert('soak_starts'), values),
		postgres(
			'Effect',
			credential,
			`${insert('soak_effects')} ON CONFLICT DO NOTHING RETURNING delivery_key`,
			values,
		),
	];
	const workflow = await instance.rest.createWorkflow(chain('Events', nodes, instance.credential));
	await instance.rest.activateWorkflow(workflow);
	const webhookId = workflow.nodes[0]?.webhookId;
	return { workflow, url: `${url}/webhook/${webhookId}/webhook` };
}
