import { startFrontDoor } from './support/frontDoor';
import type { FrontDoor } from './support/frontDoor';
import { foundIn, secretsOf } from './support/leaks';
import { secretsInFiles } from './queueMode/secretFiles';
import { startQueueInstance } from './support/queue';
import { context } from './support/context';
import type { QueueShared } from './support/shared';
import { deliveryTests } from './queueMode/deliveries';
import { deploymentTests } from './queueMode/deployment';
import { eventOnceTests } from './queueMode/eventOnce';
import { runTests } from './queueMode/runs';
import { waitingTests } from './queueMode/waiting';

const { folder = '', queueMode } = context;
const programs = queueMode?.programs;
/** Without PostgreSQL and Redis these tests are counted as skipped; run.ts says why. */
const inQueueMode = programs ? it : it.skip;

jest.setTimeout(600_000);

const shared = {} as QueueShared;
let frontDoor: FrontDoor | undefined;

beforeAll(async () => {
	if (!programs) return;
	frontDoor = await startFrontDoor();
	shared.instance = await startQueueInstance({
		N8N_WEBHOOK_URL: frontDoor.url,
		// So few at once that no worker alone takes all runs of a test.
		N8N_CONCURRENCY_PRODUCTION_LIMIT: '5',
		...(await secretsInFiles(folder)),
	});
	frontDoor.open(shared.instance.queue.webhooks[0]?.url ?? '');
});

afterAll(async () => {
	await shared.instance?.stop();
	frontDoor?.close();
});

beforeEach(() => shared.instance?.cashfree.reset());

deploymentTests(inQueueMode, shared);
runTests(inQueueMode, shared);
deliveryTests(inQueueMode, shared);
eventOnceTests(inQueueMode, shared);
waitingTests(inQueueMode, shared);

inQueueMode('No secret of the credential stands in the log of any process', async () => {
	const log = await shared.instance.readLog();
	expect(log).toContain('refused a delivery');
	expect(foundIn(log, secretsOf(shared.instance.cashfree))).toEqual([]);
});
