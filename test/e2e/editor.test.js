const { openBrowser } = require('./support/browser');
const { Editor } = require('./support/editor');
const { startInstance } = require('./support/instance');

const { browser, pictures } = JSON.parse(process.env.E2E ?? '{}');
/** Without a browser these tests are counted as skipped; run.js says why. */
const inBrowser = browser?.path ? it : it.skip;

/** @type {{ instance: any, editor: Editor }} what the tests share, filled in before the first */
const shared = {};
let opened;

beforeAll(async () => {
	if (!browser?.path) return;
	// An address as builders have it, in the panel of the trigger and in the pictures.
	const address = 'https://n8n.example.com/';
	// Older versions of n8n know the second name only.
	shared.instance = await startInstance({ N8N_WEBHOOK_URL: address, WEBHOOK_URL: address });
	opened = await openBrowser(browser.path, shared.instance.url);
	shared.editor = new Editor(opened.page, pictures);
});

afterAll(async () => {
	await opened?.close();
	await shared.instance?.stop();
});

require('./editor/node')(inBrowser, shared);
require('./editor/run')(inBrowser, shared);
require('./editor/credential')(inBrowser, shared);
require('./editor/trigger')(inBrowser, shared);
require('./editor/surroundings')(inBrowser, shared);
