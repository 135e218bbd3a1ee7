import { chromium, selectors } from 'playwright-core';
import { owner } from './instance';
import type { Page } from 'playwright-core';

const flags = [
	...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
	...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const viewport = { width: 1440, height: 900 };

/**
 * Opens n8n in a headless Chromium and signs in as the owner, by the form.
 *
 * @param executablePath of Chromium
 * @param url of n8n
 */
export async function openBrowser(
	executablePath: string,
	url: string,
): Promise<{ page: Page; close: () => Promise<void> }> {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({ executablePath, args: flags });
	const context = await browser.newContext({ baseURL: url, viewport, locale: 'en-GB' });
	const page = await context.newPage();
	page.setDefaultTimeout(45_000);
	await page.goto('/signin');
	await page.locator('input[type=email]').fill(owner.email);
	await page.locator('input[type=password]').fill(owner.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL(/home|workflow/);
	return { page, close: async () => await browser.close() };
}
