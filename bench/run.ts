import fs from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createProgress } from '../local/n8n/progress';
import type { Measurement } from './measurement';
import { hostile } from './measurements/hostile';
import { initiate, latency } from './measurements/initiate';
import { limits } from './measurements/limits';
import { memory } from './measurements/memory';
import { recording } from './measurements/recording';
import { signature } from './measurements/signature';
import { trigger } from './measurements/trigger';
import { prepare } from './support/n8n';
import { draw, save } from './support/results';
import { toTable } from './support/table';

const usage = `Usage: npm run bench [-- names and options]

Names, default all: initiate (A), latency (B), limits (C), memory (D), trigger (E, F), hostile (G),
                    signature (H), recording (J)

  --rounds N     how often each work is measured (default 5)
  --save         puts the results into results.json, README.md and the plot
  --draw         measures nothing, and makes README.md and the plot of results.json`;

const measurements: Record<string, Measurement> = {
	initiate,
	latency,
	limits,
	memory,
	trigger,
	hostile,
	signature,
	recording,
};

/** rounds, for the table of README.md */
const leastSaved = 5;

function readOptions() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			rounds: { type: 'string', default: '5' },
			save: { type: 'boolean', default: false },
			draw: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const rounds = Number(values.rounds);
	if (!Number.isInteger(rounds) || rounds < 1)
		throw new Error(`--rounds must be 1 or more.\n\n${usage}`);
	if (values.save && rounds < leastSaved)
		throw new Error(`--save needs ${leastSaved} rounds, since the table shows their spread.`);
	const names = positionals.length > 0 ? positionals : Object.keys(measurements);
	const chosen = names.map((name) => {
		const measure = measurements[name];
		if (!measure) throw new Error(`There is no measurement "${name}".\n\n${usage}`);
		return measure;
	});
	return { ...values, rounds, chosen };
}

async function main() {
	const options = readOptions();
	if (options.help) return console.log(usage);
	if (options.draw) return await draw();
	const progress = createProgress(process.stderr);
	const prepared = await prepare(progress);
	try {
		for (const measure of options.chosen) {
			const rows = await measure({ prepared, rounds: options.rounds, progress });
			console.log(toTable(rows));
			console.log(JSON.stringify(rows));
			if (options.save) await save(rows, options.rounds, prepared.runtime.version);
		}
	} finally {
		await fs.rm(prepared.folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
