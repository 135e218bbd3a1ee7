import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credential } from '../../local/n8n/examples';
import type { SavedWorkflow } from '../../local/n8n/rest';
import { startFrontDoor } from '../e2e/support/frontDoor';
import type { FrontDoor } from '../e2e/support/frontDoor';
import { createPostgresCredential, startQueueInstance } from '../e2e/support/queue';
import type { QueueInstance } from '../e2e/support/queue';
import { importArchive, importResume, importStart } from '../e2e/support/waitForOutcome';
import { publishEvents } from './eventWorkflow';
import type { Plan } from './plan';

/** bytes */
export const recordingSize = 2_000_000;

/**
 * n8n looks every three hours of a day for executions whose end it could not store: the same share
 * of this day, in whole minutes.
 */
const recoveryMinutes = (ms: number) => Math.max(1, Math.round((3 / 24) * (ms / 60_000)));

/** All that runs, and the workflows that are switched on in it. */
export interface Stage {
	instance: QueueInstance;
	frontDoor: FrontDoor;
	/** of the database that n8n itself uses */
	postgres: Credential;
	start: Awaited<ReturnType<typeof importStart>>;
	/** the workflows whose executions events start */
	resume: SavedWorkflow;
	archive: SavedWorkflow;
	events: SavedWorkflow;
	/** where deliveries for `events` go */
	eventsUrl: string;
	stop: () => Promise<void>;
}

/**
 * Starts n8n in queue mode and the local Cashfree server, and switches the workflows on.
 *
 * @param folder for the archived recordings
 * @param plan of the day: its seed decides which answers get lost
 * @param onFailure what is done before all is stopped again
 */
export async function setUp(
	folder: string,
	{ seed, ms }: Plan,
	onFailure: (instance: QueueInstance) => Promise<void>,
): Promise<Stage> {
	const files = join(folder, 'recordings');
	await mkdir(files);
	const frontDoor = await startFrontDoor();
	const instance = await startQueueInstance({
		N8N_WEBHOOK_URL: frontDoor.url,
		N8N_CONCURRENCY_PRODUCTION_LIMIT: '5',
		N8N_RESTRICT_FILE_ACCESS_TO: folder,
		N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: String(recoveryMinutes(ms)),
	});
	async function stop() {
		await instance.stop();
		frontDoor.close();
	}
	try {
		frontDoor.open(instance.queue.webhooks[0]?.url ?? '');
		const { cashfree } = instance;
		cashfree.set({ recordingSize, limits: { limit: 15, windowMs: 1_000 } });
		// One link in fifty is sent without its answer getting through.
		const lost = { on: 'POST /vkyc', kind: 'take-then-cut' as const, probability: 0.02 };
		cashfree.faults.plan({ seed, rules: [lost] });
		// As Cashfree, which delivers again until it has an answer.
		cashfree.webhooks.retryDelays = Array(240).fill(500);
		cashfree.webhooks.retryTimestamp = 'new';
		const postgres = await createPostgresCredential(instance);
		const { workflow: resume } = await importResume(instance, frontDoor.url);
		const archive = await importArchive(instance, files, frontDoor.url);
		const start = await importStart(instance, [], frontDoor.url);
		const { workflow: events, url: eventsUrl } = await publishEvents(
			instance,
			postgres,
			frontDoor.url,
		);
		return { instance, frontDoor, postgres, start, resume, archive, events, eventsUrl, stop };
	} catch (error) {
		await onFailure(instance).finally(stop);
		throw error;
	}
}
