import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createProgress } from '../local/n8n/progress';
import type { Context, Measurement, Row } from './measurement';
import { initiate } from './measurements/initiate';
import { large } from './measurements/large';
import { limits } from './measurements/limits';
import { loading } from './measurements/loading';
import { recording } from './measurements/recording';
import { signature } from './measurements/signature';
import { trigger } from './measurements/trigger';
import { workers } from './measurements/workers';
import { prepare, root } from './support/n8n';
import { toTable } from './support/table';

const usage = `Usage: npm run bench [-- options]

  --only NAMES   some of: initiate (A, B), limits (C), large (D), trigger (E, F), loading (G),
                 signature (H), workers (I), recording (J); with commas between them
  --rounds N     how often each pair is measured (default 5)`;

const measurements = new Map<string, Measurement>([
	['loading', loading],
	['signature', signature],
	['initiate', initiate],
	['limits', limits],
	['large', large],
	['recording', recording],
	['trigger', trigger],
	['workers', workers],
]);
const names = [...measurements.keys()];
const resultFile = path.join(__dirname, 'results.json');

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

/** @returns of earlier runs */
async function earlierResults(): Promise<{ machine?: object; versions?: object; rows: Row[] }> {
	const text = await fs.readFile(resultFile, 'utf8').catch(() => '{"rows":[]}');
	return JSON.parse(text);
}

async function measureAll(context: Context, only: string[]) {
	for (const [name, measure] of measurements) {
		if (!only.includes(name)) continue;
		const rows = await measure(context);
		const ids = rows.map(({ id }) => id);
		const { rows: earlier } = await earlierResults();
		const all = [...earlier.filter(({ id }) => !ids.includes(id)), ...rows];
		const results = {
			machine: {
				cpu: os.cpus()[0]?.model,
				cores: context.cores,
				memoryGb: Math.round(os.totalmem() / 2 ** 30),
			},
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
