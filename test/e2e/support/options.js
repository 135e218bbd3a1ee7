const { parseArgs } = require('node:util');

const usage = `Usage: npm run test:e2e [-- options] [names]

  --n8n VERSION   version of n8n to test with (default: the one of npm start)
  --no-browser    leave the editor out; its tests count as skipped
  --only WORDS    run the tests with these words in their names only
  --screenshots   run the tests of the editor only, and write docs/pictures
  names           run only the test files whose names contain one of these`;

/**
 * @typedef {object} Options
 * @property {string} [n8n]
 * @property {boolean} browser
 * @property {boolean} screenshots
 * @property {boolean} help
 * @property {string[]} jestArgs
 */

/**
 * @param {string[]} args the command line after the script's name
 * @returns {Options}
 */
function readOptions(args) {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			n8n: { type: 'string' },
			only: { type: 'string' },
			'no-browser': { type: 'boolean', default: false },
			screenshots: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const { n8n, only, 'no-browser': noBrowser, screenshots, help } = values;
	const files = screenshots ? ['editor'] : positionals;
	const jestArgs = [...files, ...(only ? ['--testNamePattern', only] : [])];
	return { n8n, browser: !noBrowser, screenshots, help, jestArgs };
}

module.exports = { readOptions, usage };
