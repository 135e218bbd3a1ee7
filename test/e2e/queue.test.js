const { foundIn, secretsOf } = require('./support/leaks');
const { secretsInFiles } = require('./queueMode/secretFiles');
const { startQueueInstance } = require('./support/queue');

const { folder, queueMode } = JSON.parse(process.env.E2E ?? '{}');
const { programs } = queueMode ?? {};
/** Without PostgreSQL and Redis these tests are counted as skipped; run.js says why. */
const inQueueMode = programs ? it : it.skip;

jest.setTimeout(600_000);

/** @type {{ instance: any }} what the tests share, filled in before the first */
const shared = {};

beforeAll(async () => {
	if (!programs) return;
	shared.instance = await startQueueInstance({
		// So few at once that no worker alone takes all runs of a test.
		N8N_CONCURRENCY_PRODUCTION_LIMIT: '5',
		...(await secretsInFiles(folder)),
	});
});

afterAll(async () => await shared.instance?.stop());

beforeEach(() => shared.instance?.cashfree.reset());

require('./queueMode/deployment')(inQueueMode, shared);
require('./queueMode/runs')(inQueueMode, shared);
require('./queueMode/deliveries')(inQueueMode, shared);
require('./queueMode/eventOnce')(inQueueMode, shared);

inQueueMode('No secret of the credential stands in the log of any process', async () => {
	const log = await shared.instance.readLog();
	expect(log).toContain('refused a delivery');
	expect(foundIn(log, secretsOf(shared.instance.cashfree))).toEqual([]);
});
