import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CashfreeSecureIdApi } from '../../credentials/CashfreeSecureIdApi.credentials';
import { CashfreeVkyc } from '../../nodes/CashfreeVkyc/CashfreeVkyc.node';
import { CashfreeVkycTrigger } from '../../nodes/CashfreeVkycTrigger/CashfreeVkycTrigger.node';
import { projectFile } from '../support/projectFile';

interface Codex {
	resources: Record<'primaryDocumentation' | 'credentialDocumentation', { url: string }[]>;
}

const { homepage } = JSON.parse(projectFile('package.json')) as { homepage: string };
const codexUrls = ['CashfreeVkyc', 'CashfreeVkycTrigger'].flatMap((name) => {
	const codex = JSON.parse(projectFile(`nodes/${name}/${name}.node.json`)) as Codex;
	return Object.values(codex.resources).flatMap((pages) => pages.map(({ url }) => url));
});

/** Where the question mark and *Docs* lead in n8n. */
const shown = [
	new CashfreeVkyc().description.documentationUrl,
	new CashfreeVkycTrigger().description.documentationUrl,
	new CashfreeSecureIdApi().documentationUrl,
].map(String);

const anchorsIn = (markdown: string) =>
	[...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\w\s-]/g, '')
			.replaceAll(' ', '-'),
	);

it.each([...shown, ...codexUrls])('%s is a page of this repository', (url) => {
	const base = `${homepage}/blob/main/`;
	expect(url.startsWith(base)).toBe(true);
	const [file = '', anchor] = url.slice(base.length).split('#');
	expect(existsSync(join(__dirname, '../..', file))).toBe(true);
	if (anchor !== undefined) expect(anchorsIn(projectFile(file))).toContain(anchor);
});

it.each(codexUrls)('%s names no heading, since n8n adds its own words to the end', (url) => {
	expect(url).not.toContain('#');
});
