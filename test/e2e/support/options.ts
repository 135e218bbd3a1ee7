import { parseArgs } from 'node:util';
import listed from '../../../local/n8n/versions.json';

export const usage = `Usage: npm run test:e2e [-- options] [names]

  --n8n VERSION   version of n8n to test with (default: the first of local/n8n/versions.json)
  --all           test with each version of local/n8n/versions.json in turn; each but the first is removed
                  from the cache folder afterwards
  --no-browser    leave the editor out; its tests count as skipped
  --only WORDS    run the tests with these words in their names only
  --screenshots   run the tests of the editor only, and write docs/pictures
  names           run only the test files whose names contain one of these`;

interface Options {
	versions: string[];
	all: boolean;
	browser: boolean;
	screenshots: boolean;
	help: boolean;
	jestArgs: string[];
}

/** @param args the command line after the script's name */
export function readOptions(args: string[]): Options {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			n8n: { type: 'string', default: listed[0] },
			all: { type: 'boolean', default: false },
			only: { type: 'string' },
			'no-browser': { type: 'boolean', default: false },
			screenshots: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const { n8n, all, only, 'no-browser': noBrowser, screenshots, help } = values;
	const files = screenshots ? ['editor'] : positionals;
	const jestArgs = [...files, ...(only ? ['--testNamePattern', only] : [])];
	const versions = all ? listed : [n8n ?? ''];
	return { versions, all, browser: !noBrowser, screenshots, help, jestArgs };
}
