import { chromium, selectors } from 'playwright-core';
import { owner } from './instance';
import type { BrowserContextOptions, Page } from 'playwright-core';

const flags = [
	...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
	...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const viewport = { width: 1440, height: 900 };

export interface OpenedPage {
	page: Page;
	close: () => Promise<void>;
}

/**
 * Opens an empty page in a headless Chromium.
 *
 * @param executablePath of Chromium
 * @param baseURL of the server that is looked at
 */
export async function openPage(
	executablePath: string,
	baseURL: string,
	options: BrowserContextOptions = {},
): Promise<OpenedPage> {
	const browser = await chromium.launch({ executablePath, args: flags });
	const context = await browser.newContext({ baseURL, viewport, locale: 'en-GB', ...options });
	const page = await context.newPage();
	page.setDefaultTimeout(45_000);
	return { page, close: async () => await browser.close() };
}

/**
 * Opens n8n in a headless Chromium and signs in as the owner, by the form.
 *
 * @param executablePath of Chromium
 * @param url of n8n
 */
export async function openBrowser(executablePath: string, url: string): Promise<OpenedPage> {
	selectors.setTestIdAttribute('data-test-id');
	const opened = await openPage(executablePath, url);
	const { page } = opened;
	await page.goto('/signin');
	await page.locator('input[type=email]').fill(owner.email);
	await page.locator('input[type=password]').fill(owner.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL(/home|workflow/);
	return opened;
}
