import { openBrowser } from './support/browser';
import { Editor } from './support/editor';
import { context } from './support/context';
import { startInstance } from './support/instance';
import type { EditorShared } from './support/shared';
import { credentialTests } from './editor/credential';
import { nodeTests } from './editor/node';
import { runTests } from './editor/run';
import { surroundingsTests } from './editor/surroundings';
import { triggerTests } from './editor/trigger';

const { browser, pictures = false } = context;
/** Without a browser these tests are counted as skipped; run.ts says why. */
const inBrowser = browser?.path ? it : it.skip;

const shared = {} as EditorShared;
let opened: Awaited<ReturnType<typeof openBrowser>> | undefined;

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

nodeTests(inBrowser, shared);
runTests(inBrowser, shared);
credentialTests(inBrowser, shared);
triggerTests(inBrowser, shared);
surroundingsTests(inBrowser, shared);
