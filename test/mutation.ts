/**
 * `npm run mutation`, or `npm run mutation -- rateLimiter sign` for some files: changes the code in many
 * small ways, one at a time, and counts how many of these mutants the tests catch.
 *
 * The mutants of a file have to be caught by the tests that are named after it: those of `rateLimiter.ts` by
 * `rateLimiter*.test.ts`. That is stricter than to run all tests, and saves hours.
 */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/** Percent of all mutants */
const wanted = 90;
const folders = [
	'nodes/CashfreeVkyc/actions',
	'nodes/CashfreeVkyc/errors',
	'nodes/CashfreeVkyc/transport',
	'credentials',
];
const sources = [
	...folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))),
	'nodes/CashfreeVkycTrigger/signature.ts',
];

const testsOf = (source: string) =>
	`<rootDir>/test/unit/${dirname(source).replace(/^nodes\//, '')}/${basename(source, '.ts')}*.test.ts`;

/** @param source @param options */
async function mutate(source: string, options: object) {
	// by its path, as TypeScript does not find the types of this package
	const { Stryker } = await import(require.resolve('@stryker-mutator/core'));
	const jest = { config: { testMatch: [testsOf(source)] } };
	const mutants: { status: string }[] = await new Stryker({
		...options,
		mutate: [source],
		jest,
	}).runMutationTest();
	const count = (...statuses: string[]) =>
		mutants.filter(({ status }) => statuses.includes(status)).length;
	const caught = count('Killed', 'Timeout');
	return { source, mutants: caught + count('Survived', 'NoCoverage'), caught };
}

async function main() {
	const { values, positionals: names } = parseArgs({
		allowPositionals: true,
		options: { concurrency: { type: 'string' } },
	});
	const options = values.concurrency ? { concurrency: Number(values.concurrency) } : {};
	const chosen = sources.filter(
		(source) => names.length === 0 || names.includes(basename(source, '.ts')),
	);
	const counts = [];
	for (const source of chosen) counts.push(await mutate(source, options));

	const mutants = counts.reduce((sum, count) => sum + count.mutants, 0);
	const caught = counts.reduce((sum, count) => sum + count.caught, 0);
	const score = (100 * caught) / mutants;
	console.table(counts);
	console.log(`${caught} of ${mutants} mutants caught: ${score.toFixed(1)} %, wanted ${wanted} %`);
	process.exitCode = score >= wanted ? 0 : 1;
}

void main();
