import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { packPackage } from '../../local/n8n/communityPackage';
import { createProgress } from '../../local/n8n/progress';
import { checkSubject, readSubjects } from './comingRules';
import { checkPlantedFaults, checkPlantedWorkflow } from './plantedFaults';
import { installRuleSets, lint } from './ruleSets';
import type { RuleSet } from './ruleSets';
import { switchedOff } from './switchedOff';
import { checkTarball } from './tarball';
import { checkWorkflows } from './workflows';

const root = resolve(__dirname, '..', '..');
const progress = createProgress(process.stderr);

/** Its name, and what gives a line for each finding */
type Check = [name: string, run: () => Promise<string[]>];

/** Builds and packs the package once more: who builds the source of a release gets what was published. */
async function checkSameBytes(tarball: string, folder: string): Promise<string[]> {
	const target = join(folder, 'again');
	await mkdir(target);
	const again = await readFile(await packPackage({ source: root, target }));
	return again.equals(await readFile(tarball)) ? [] : [`${again.length} other bytes`];
}

async function prepareChecks({
	latest,
	folder,
}: {
	latest: boolean;
	folder: string;
}): Promise<Check[]> {
	const sets = await installRuleSets(latest, progress);
	progress.step('Building and packing the package');
	const tarball = await packPackage({ source: root, target: folder });
	await promisify(execFile)('tar', ['-xzf', tarball, '-C', folder]);
	const unpacked = join(folder, 'package');
	const textsOf = async (set: RuleSet, leg: 'source' | 'package', target: string) =>
		(await lint(set, leg, target, folder)).findings.map(({ text }) => text);
	return [
		...sets.flatMap((set): Check[] => [
			[`The source keeps ${set.name}`, () => textsOf(set, 'source', root)],
			[`The packed package keeps ${set.name}`, () => textsOf(set, 'package', unpacked)],
			[`A fault of each kind is found by ${set.name}`, () => checkPlantedFaults(set, folder)],
		]),
		['No rule is switched off by a comment', () => switchedOff(root)],
		['The package holds what it should, and no more', () => checkTarball(unpacked, root)],
		['Built and packed again, it has the same bytes', () => checkSameBytes(tarball, folder)],
		[
			'The nodes keep the rules to come',
			async () => (await readSubjects(root)).flatMap(checkSubject),
		],
		['The GitHub workflows are right', () => checkWorkflows(join(root, '.github', 'workflows'))],
		['A fault in a GitHub workflow is found', () => checkPlantedWorkflow(folder)],
	];
}

/** @returns how many did not pass */
async function runChecks(checks: Check[]): Promise<number> {
	let failed = 0;
	for (const [name, check] of checks) {
		const findings = await check();
		console.log(`${findings.length === 0 ? 'passed' : 'FAILED'}  ${name}`);
		for (const finding of findings) console.log(`        ${finding}`);
		if (findings.length > 0) failed++;
	}
	return failed;
}

async function main() {
	const { latest = false } = parseArgs({ options: { latest: { type: 'boolean' } } }).values;
	const folder = await mkdtemp(join(tmpdir(), 'cashfree-vkyc-gate-'));
	try {
		const checks = await prepareChecks({ latest, folder });
		const failed = await runChecks(checks);
		console.log(
			failed
				? '\nThe package is not ready to be published: see the findings above.'
				: '\nThe package keeps the rules of n8n for verified nodes.',
		);
		console.log(`${checks.length - failed} passed, ${failed} failed, 0 skipped`);
		process.exitCode = failed ? 1 : 0;
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

main().catch((error) => {
	progress.step(`The gate could not be run: ${error.message}`);
	process.exitCode = 1;
});
