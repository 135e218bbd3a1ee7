import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { recordingContent } from '../../local/cashfree/recordingContent';
import { foundIn, secretsOf } from '../e2e/support/leaks';
import { rowsOf } from '../e2e/support/tables';
import type { Check } from './check';
import * as checks from './checks';
import type { EventRow } from './checks';
import { query } from '../e2e/support/database';
import type { Delivered } from './deliver';
import type { Operated } from './operator';
import type { Plan } from './plan';
import { checkResends, countLost, restartedIds } from './resends';
import type { Run } from './resends';
import { recordingSize } from './stage';
import type { Stage } from './stage';

const openExecutions = `
SELECT e.id, e.status, w.name FROM execution_entity e JOIN workflow_entity w ON w.id = e."workflowId"
WHERE e.status IN ('new', 'running', 'waiting') AND w.name <> 'Test of Query'`;

function sha256Of(chunks: Iterable<Buffer>): string {
	const hash = createHash('sha256');
	for (const chunk of chunks) hash.update(chunk);
	return hash.digest('hex');
}

/** How often what was to go wrong did, and what was done about it by hand. */
export interface Counts {
	/** executions that the killed worker had under way */
	cutOff: number;
	retried: number;
	submitted: number;
	runsAgain: number;
	deliveredAgain: number;
	limited: number;
}

/** What was done in a day, and what it met with. */
export interface Done {
	delivered: Delivered[];
	/** all starts of runs */
	runs: Run[];
	done: Operated;
	counts: Counts;
}

/** @param file as the archive names it */
const sha256OfFile = async (file: string): Promise<string> =>
	await readFile(file).then(
		(content) => sha256Of([content]),
		() => 'no file',
	);

/** Reads what the day has left behind, and checks it. */
export async function checkDay(
	stage: Stage,
	plan: Plan,
	{ delivered, runs, done, counts }: Done,
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
	const archive = await rowsOf(instance, 'Video KYC archive');
	const open = await ask<{ id: string; status: string; name: string }>(openExecutions);
	const recorded = plan.waits.filter(({ step }) => step !== 'expired');
	const log = await instance.readLog();
	const retried = done.retried.filter((id) => id !== undefined);
	const restarted = restartedIds(runs, log, [...retried, ...done.submitted]);
	const disturbances = {
		'executions of a killed worker': counts.cutOff,
		'deliveries sent again': counts.deliveredAgain,
		'rate-limit responses': counts.limited,
		'lost answers': countLost(cashfree.requests),
	};
	const cutOff = ({ id }: { id: string }) => done.cutOff.filter((each) => each.id === id).length;
	const stored = archive.map(async (row) => ({
		id: String(row.verification_id),
		sha256: await sha256OfFile(String(row.file)),
	}));
	return [
		checks.checkVerifications(
			ids,
			created.map(({ body }) => (body as { verification_id: string }).verification_id),
		),
		checkResends(cashfree.requests, restarted),
		checks.checkMessages(ids, cashfree.notifications),
		checks.checkAnswers(delivered),
		checks.checkStarts(events, starts, cutOff(stage.events)),
		checks.checkEffects(events, effects, cutOff(stage.events)),
		checks.checkForgeries(plan.deliveries.filter(({ kind }) => kind === 'forged').length, starts),
		checks.checkOutcomes(
			plan.waits,
			messages
				.map((row) => ({ id: String(row.verification_id), subject: String(row.subject) }))
				.filter(({ subject }) => !checks.notOfAnEnd.includes(subject)),
			done.submitted,
		),
		checks.checkOpen(open.map(({ id, status, name }) => `${id} of "${name}": ${status}`)),
		checks.checkRecordings(
			recorded.map(({ id }) => ({
				id,
				sha256: sha256Of(recordingContent(id, recordingSize)),
			})),
			await Promise.all(stored),
			cutOff(stage.archive),
		),
		checks.checkLogs(foundIn(log, secretsOf(cashfree))),
		...(plan.isWhole ? [checks.checkDisturbances(disturbances)] : []),
	];
}
