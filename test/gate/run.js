const { execFile } = require('node:child_process');
const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { parseArgs, promisify } = require('node:util');
const { packPackage } = require('../../local/n8n/communityPackage');
const { createProgress } = require('../../local/n8n/progress');
const { checkSubject, readSubjects } = require('./comingRules');
const { checkPlantedFaults, checkPlantedWorkflow } = require('./plantedFaults');
const { installRuleSets, lint } = require('./ruleSets');
const { switchedOff } = require('./switchedOff');
const { checkTarball } = require('./tarball');
const { checkWorkflows } = require('./workflows');

const root = path.resolve(__dirname, '..', '..');
const progress = createProgress(process.stderr);

/**
 * @param {{ latest: boolean, folder: string }} options
 * @returns {Promise<[string, () => Promise<string[]>][]>} each check: its name, and what gives a
 * line for each finding
 */
async function prepareChecks({ latest, folder }) {
	const sets = await installRuleSets(latest, progress);
	progress.step('Building and packing the package');
	const tarball = await packPackage({ source: root, target: folder });
	await promisify(execFile)('tar', ['-xzf', tarball, '-C', folder]);
	const unpacked = path.join(folder, 'package');
	const textsOf = async (set, leg, target) =>
		(await lint(set, leg, target, folder)).findings.map(({ text }) => text);
	return [
		...sets.flatMap((set) => [
			[`The source keeps ${set.name}`, () => textsOf(set, 'source', root)],
			[`The packed package keeps ${set.name}`, () => textsOf(set, 'package', unpacked)],
			[`A fault of each kind is found by ${set.name}`, () => checkPlantedFaults(set, folder)],
		]),
		['No rule is switched off by a comment', () => switchedOff(root)],
		['The package holds what it should, and no more', () => checkTarball(unpacked, root)],
		[
			'The nodes keep the rules to come',
			async () => (await readSubjects(root)).flatMap(checkSubject),
		],
		[
			'The GitHub workflows are right',
			() => checkWorkflows(path.join(root, '.github', 'workflows')),
		],
		['A fault in a GitHub workflow is found', () => checkPlantedWorkflow(folder)],
	];
}

/**
 * @param {[string, () => Promise<string[]>][]} checks
 * @returns {Promise<number>} how many did not pass
 */
async function runChecks(checks) {
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
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-gate-'));
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
		await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

main().catch((error) => {
	progress.step(`The gate could not be run: ${error.message}`);
	process.exitCode = 1;
});
