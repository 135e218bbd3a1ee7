const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { createProgress } = require('../local/n8n/progress');
const { prepare, root } = require('./support/n8n');
const { toTable } = require('./support/table');

const usage = `Usage: npm run bench [-- options]

  --only NAMES   some of: initiate (A, B), limits (C), large (D), trigger (E, F), loading (G),
                 signature (H), workers (I); with commas between them
  --rounds N     how often each pair is measured (default 5)`;

const names = ['loading', 'signature', 'initiate', 'limits', 'large', 'trigger', 'workers'];
const resultFile = path.join(__dirname, 'results.json');

/**
 * @typedef {object} Context
 * @property {import('./support/n8n').Prepared} prepared
 * @property {number} rounds
 * @property {number} cores
 * @property {import('../local/n8n/progress').Progress} progress
 *
 * @typedef {{ median: number, min: number, max: number }} Summary
 * @typedef {object} Row
 * @property {string} id as in the table of README.md
 * @property {string} work
 * @property {string} beside what it is measured beside
 * @property {number} reach the ratio to reach
 * @property {boolean} [atLeast] whether a higher ratio is better
 * @property {Summary} ratio
 */

function readOptions() {
	const { values } = parseArgs({
		options: {
			only: { type: 'string', default: names.join(',') },
			rounds: { type: 'string', default: '5' },
			help: { type: 'boolean', default: false },
		},
	});
	const only = values.only.split(',');
	const unknown = only.find((name) => !names.includes(name));
	if (unknown) throw new Error(`There is no measurement "${unknown}".\n\n${usage}`);
	return { help: values.help, only, rounds: Number(values.rounds) };
}

/** @returns {Promise<{ machine?: object, versions?: object, rows: Row[] }>} of earlier runs */
async function earlierResults() {
	const text = await fs.readFile(resultFile, 'utf8').catch(() => '{"rows":[]}');
	return JSON.parse(text);
}

/** @param {Context} context @param {string[]} only */
async function measureAll(context, only) {
	for (const name of names.filter((each) => only.includes(each))) {
		/** @type {Row[]} */
		const rows = await require(`./measurements/${name}.js`).run(context);
		const ids = rows.map(({ id }) => id);
		const { rows: earlier } = await earlierResults();
		const all = [...earlier.filter(({ id }) => !ids.includes(id)), ...rows];
		const [{ model }] = os.cpus();
		const results = {
			machine: { cpu: model, cores: context.cores, memoryGb: Math.round(os.totalmem() / 2 ** 30) },
			versions: { n8n: context.prepared.runtime.version, node: 24, platform: os.platform() },
			rows: all.sort((a, b) => a.id.localeCompare(b.id)),
		};
		await fs.writeFile(resultFile, `${JSON.stringify(results, null, '\t')}\n`);
		console.log(toTable(rows));
	}
}

async function main() {
	const { help, only, rounds } = readOptions();
	if (help) return console.log(usage);
	const progress = createProgress(process.stderr);
	const prepared = await prepare(progress);
	try {
		await measureAll({ prepared, rounds, progress, cores: os.availableParallelism() }, only);
	} finally {
		await fs.rm(prepared.folder, { recursive: true, force: true, maxRetries: 5 });
	}
	console.log(`All results: ${path.relative(root, resultFile)}`);
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
