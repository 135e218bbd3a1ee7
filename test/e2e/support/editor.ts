import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** For pictures: nothing moves, and nothing covers that goes by itself a moment later. */
const still = `
	* { transition: none !important; animation: none !important }
	.el-notification, [role=tooltip], [data-reka-popper-content-wrapper] { display: none !important }
`;

/** What a builder does in n8n's editor, in the words of its screen. */
export class Editor {
	readonly panel: Locator;

	readonly output: Locator;

	readonly credentialDialog: Locator;

	/**
	 * @param page signed in
	 * @param pictures folder to write pictures to, if wanted
	 */
	constructor(
		readonly page: Page,
		private readonly pictures: string | false,
	) {
		this.panel = page.getByTestId('ndv');
		this.output = page.getByTestId('output-panel');
		this.credentialDialog = page.getByTestId('editCredential-modal');
	}

	/** @param id of a saved workflow, or `new` */
	async openWorkflow(id: string) {
		await this.page.goto(`/workflow/${id}`);
		await this.page.getByTestId('canvas-wrapper').waitFor();
	}

	/** Opens the list of nodes and searches it. */
	async search(words: string) {
		const { page } = this;
		await page
			.getByTestId(/^(canvas-plus-button|node-creator-plus-button)$/)
			.first()
			.click();
		await page.getByTestId('node-creator-search-bar').fill(words);
		return page.getByTestId('node-creator');
	}

	/** @param name of a node on the canvas */
	node(name: string) {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	async openNode(name: string) {
		await this.node(name).dblclick();
		await this.panel.waitFor();
	}

	async closeNode() {
		// The second is n8n 1's.
		await this.page
			.getByTestId(/^(ndv-close-button|back-to-canvas)$/)
			.first()
			.click();
		await this.panel.waitFor({ state: 'hidden' });
	}

	/** @returns the labels of the fields of the open node, from top to bottom */
	async labels(): Promise<string[]> {
		const labels = this.panel.locator('[data-test-id=node-parameters] [data-test-id=input-label]');
		const visible = await labels.filter({ visible: true }).allInnerTexts();
		return visible.map((text) => text.replace(/\n.*/s, '').trim());
	}

	/** @param parameter name of a list */
	async choose(parameter: string, option: string, within: Locator = this.panel) {
		await within.getByTestId(`parameter-input-${parameter}`).click();
		const named = this.page.getByText(option, { exact: true });
		await this.page.getByRole('option').filter({ visible: true, has: named }).click();
	}

	async fill(parameter: string, text: string, within: Locator = this.panel) {
		await within.getByTestId(`parameter-input-${parameter}`).locator('input, textarea').fill(text);
	}

	/**
	 * Switches a field to an expression, and waits until the editor shows and keeps its result.
	 * @param result for the first item
	 */
	async fillExpression(parameter: string, expression: string, result: string) {
		const field = this.page.getByTestId(`parameter-input-${parameter}`);
		const item = this.panel.getByTestId('parameter-item').filter({ has: field });
		await field.hover();
		await item.getByTestId('radio-button-expression').click();
		await field.locator('.cm-content').click();
		await this.page.keyboard.press('ControlOrMeta+A');
		await this.page.keyboard.insertText(expression);
		await this.panel.getByTestId('credentials-label').click();
		await item.getByText(result, { exact: true }).waitFor();
	}

	async execute() {
		await this.panel.getByTestId('node-execute-button').click();
	}

	async useTheme(colorScheme: 'light' | 'dark') {
		await this.page.emulateMedia({ colorScheme });
	}

	/**
	 * Takes a picture for the documentation, where pictures are wanted.
	 * @param name of the file, without its ending
	 * @param detail that has to be in the picture
	 */
	async picture(name: string, detail?: Locator) {
		if (!this.pictures) return;
		await mkdir(this.pictures, { recursive: true });
		await detail?.scrollIntoViewIfNeeded();
		await this.page.mouse.move(0, 0);
		// Buttons fade out their sign of work for a moment after the work is done.
		await this.page.waitForTimeout(500);
		const file = join(this.pictures, `${name}.png`);
		await this.page.screenshot({ path: file, style: still });
	}
}
