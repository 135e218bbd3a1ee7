const { foundIn, secretsOf } = require('./support/leaks');
const { startQueueInstance } = require('./support/queue');

const { programs } = JSON.parse(process.env.E2E ?? '{}').queueMode ?? {};
/** Without PostgreSQL and Redis these tests are counted as skipped; run.js says why. */
const inQueueMode = programs ? it : it.skip;

jest.setTimeout(600_000);

/** @type {{ instance: any }} what the tests share, filled in before the first */
const shared = {};

beforeAll(async () => {
	if (!programs) return;
	// So few at once that no worker alone takes all runs of a test.
	shared.instance = await startQueueInstance({ N8N_CONCURRENCY_PRODUCTION_LIMIT: '5' });
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
