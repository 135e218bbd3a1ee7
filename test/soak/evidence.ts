import { createHash } from 'node:crypto';
import { recordingContent } from '../../local/cashfree/recordingContent';
import { foundIn, secretsOf } from '../e2e/support/leaks';
import { rowsOf } from '../e2e/support/tables';
import type { Check } from './check';
import * as checks from './checks';
import type { EventRow } from './checks';
import { query } from '../e2e/support/database';
import type { Delivered } from './deliver';
import type { Plan } from './plan';
import { recordingSize } from './stage';
import type { Stage } from './stage';

const openExecutions = `
SELECT e.id, e.status, w.name FROM execution_entity e JOIN workflow_entity w ON w.id = e."workflowId"
WHERE e.status IN ('new', 'running', 'waiting') AND w.name <> 'Test of Query'`;

function sha256Of(id: string): string {
	const hash = createHash('sha256');
	for (const chunk of recordingContent(id, recordingSize)) hash.update(chunk);
	return hash.digest('hex');
}

/**
 * Reads what the day has left behind, and checks it.
 *
 * @param submitted the verification ID of each form that was filled in again
 */
export async function checkDay(
	stage: Stage,
	plan: Plan,
	delivered: Delivered[],
	submitted: string[],
): Promise<Check[]> {
	const { instance, postgres } = stage;
	const { cashfree } = instance;
	const ask = async <Row>(statement: string) =>
		(await query(instance, postgres, statement)) as unknown as Row[];
	const ids = [
		...plan.waits.map(({ id }) => id),
		...plan.waves.flatMap(({ parts }) => parts.flat().map(({ id }) => id)),
	];
	const created = cashfree.requests.filter(
		({ operation, processed }) => operation === 'POST /vkyc' && processed,
	);
	const starts = await ask<EventRow>('SELECT * FROM soak_starts');
	const effects = await ask<EventRow>('SELECT * FROM soak_effects');
	const genuine = plan.deliveries.filter(({ kind }) => kind === 'genuine');
	const events = genuine.map(({ event: { event_type, data } }) => ({ ...data, event_type }));
	const messages = await rowsOf(instance, 'Messages to operations');
	const branches = new Set(plan.waits.map(({ branch }) => branch));
	const archive = await rowsOf(instance, 'Video KYC archive');
	const open = await ask<{ id: string; status: string; name: string }>(openExecutions);
	const recorded = plan.waits.filter(({ step }) => step !== 'expired');
	return [
		checks.checkVerifications(
			ids,
			created.map(({ body }) => (body as { verification_id: string }).verification_id),
		),
		checks.checkMessages(ids, cashfree.notifications),
		checks.checkAnswers(delivered),
		checks.checkStarts(events, starts),
		checks.checkEffects(events, effects),
		checks.checkForgeries(plan.deliveries.filter(({ kind }) => kind === 'forged').length, starts),
		checks.checkOutcomes(
			plan.waits,
			messages
				.map((row) => ({ id: String(row.verification_id), subject: String(row.subject) }))
				.filter(({ subject }) => branches.has(subject)),
			submitted,
		),
		checks.checkOpen(open.map(({ id, status, name }) => `${id} of "${name}": ${status}`)),
		checks.checkRecordings(
			recorded.map(({ id }) => ({ id, sha256: sha256Of(id) })),
			archive.map((row) => ({ id: String(row.verification_id), sha256: String(row.sha256) })),
		),
		checks.checkLogs(foundIn(await instance.readLog(), secretsOf(cashfree))),
	];
}
