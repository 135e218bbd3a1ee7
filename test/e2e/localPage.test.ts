import { startCashfree } from '../../local/cashfree';
import type { Cashfree } from '../../local/cashfree';
import { call } from '../support/cashfreeClient';
import { startReceiver } from '../support/cashfreeReceiver';
import { openPage } from './support/browser';
import { context } from './support/context';

const { browser } = context;
/** Without a browser these tests are counted as skipped; run.ts says why. */
const inBrowser = browser?.path ? it : it.skip;

const evil = '<script>document.title = "taken"</script>';
let cashfree: Cashfree;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
	cashfree = await startCashfree({ twoFactor: 'ipWhitelist' });
	receiver = await startReceiver();
	const user = { phone: '9900000051', user_id: 'user-1', name: evil };
	await call(cashfree, 'POST /user', user);
	await call(cashfree, 'POST /vkyc', { verification_id: 'loan-1', user_id: 'user-1' });
});

afterAll(async () => {
	await cashfree?.close();
	await receiver?.close();
});

const open = async (colorScheme: 'light' | 'dark') => {
	const opened = await openPage(browser?.path ?? '', cashfree.origin, { colorScheme });
	const complaints: string[] = [];
	opened.page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	await opened.page.goto('/_local/');
	return { ...opened, complaints };
};

inBrowser('leads from a URL to an event of a verification, with the keyboard alone', async () => {
	const { page, complaints, close } = await open('light');
	expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Local Cashfree server');
	await page.getByLabel('Webhook URL').focus();
	await page.keyboard.type(receiver.url);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.getByRole('status').getByText('answered 200').waitFor();
	await page.getByRole('button', { name: 'Aadhaar verified: loan-1' }).press('Enter');
	await page.getByRole('cell', { name: 'AADHAAR_VERIFICATION_SUCCESS' }).waitFor();
	await cashfree.webhooks.settled();
	await page.getByRole('link', { name: 'Reload' }).press('Enter');
	const row = page.getByRole('row', { name: 'VKYC_USER_AADHAAR_VERIFIED' });
	await row.getByText('200').waitFor();
	expect(JSON.parse(receiver.received.at(-1)?.body ?? '')).toMatchObject({
		event_type: 'VKYC_USER_AADHAAR_VERIFIED',
		data: { verification_id: 'loan-1' },
	});
	expect(complaints).toEqual([]);
	await close();
});

inBrowser('switches a fault on and off', async () => {
	const { page, close } = await open('light');
	await page.getByLabel('Fault').selectOption('take-then-cut');
	await page.getByLabel('Operation').selectOption('POST /vkyc');
	await page.getByRole('button', { name: 'Switch on' }).click();
	await page
		.getByRole('row', { name: 'take-then-cut' })
		.getByRole('cell', { name: '1', exact: true })
		.waitFor();
	await page.getByRole('button', { name: 'Switch all faults off' }).click();
	await page.getByText('No fault is on.').waitFor();
	await close();
});

inBrowser('shows a name with a script in it as text', async () => {
	const { page, close } = await open('light');
	await page.getByText(evil).waitFor();
	expect(await page.title()).toBe('Local Cashfree server');
	await close();
});

inBrowser('takes no form from a page of another origin', async () => {
	const { page, close } = await open('light');
	const before = cashfree.verifications.get('loan-1')?.sub_status;
	await page.goto(`data:text/html,<form method="post" action="${cashfree.origin}/_local/page/step">
		<input name="verification_id" value="loan-1"><button name="step" value="failed">Win</button></form>`);
	await page.getByRole('button').click();
	await page.getByText('A page of another origin may change nothing here.').waitFor();
	expect(cashfree.verifications.get('loan-1')?.sub_status).toBe(before);
	await close();
});

inBrowser('follows the theme, and each field has a label', async () => {
	const colours = [];
	for (const theme of ['light', 'dark'] as const) {
		const { page, close } = await open(theme);
		colours.push(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor'));
		const unnamed = page.locator('input:not([type=hidden]), select').filter({ visible: true });
		for (const field of await unnamed.all()) {
			expect(
				await field.evaluate((one: { labels?: ArrayLike<unknown> }) => one.labels?.length),
			).toBe(1);
		}
		await close();
	}
	expect(colours).toEqual(['rgb(246, 247, 249)', 'rgb(20, 23, 29)']);
});
