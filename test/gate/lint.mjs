// JavaScript, since it runs in the folder of a rule set, with the packages that are there.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Prints, as JSON, what one set of rules says about one folder. A process of its own, because each
 * set brings its own ESLint and plugins.
 *
 * node lint.mjs <folder of the set> source|package <folder to look at>
 */
const [set, leg, folder] = process.argv.slice(2);
const require = createRequire(path.join(set, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

const { analyzePackage, buildScanConfig, SOURCE_FILE_PATTERNS } = await load(
	'@n8n/scan-community-package/scanner/scanner.mjs',
);
const { ESLint } = await load('eslint');
const patterns = leg === 'source' ? SOURCE_FILE_PATTERNS : ['**/*.js', 'package.json'];

// the scan itself says nothing of warnings
const eslint = new ESLint({
	cwd: folder,
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: await buildScanConfig(),
	errorOnUnmatchedPattern: false,
});
const results = await eslint.lintFiles(patterns);
const findings = results.flatMap(({ filePath, messages }) =>
	messages.map(({ line, column, severity, message, ruleId }) => ({
		rule: ruleId,
		text: `${path.relative(folder, filePath)}:${line}:${column} ${severity === 2 ? 'error' : 'warning'}: ${message} (${ruleId})`,
	})),
);
if (results.length === 0) findings.push({ rule: null, text: 'no file was found to look at' });

const verdict = await analyzePackage(folder, patterns);
if (!verdict.passed && findings.length === 0) {
	findings.push({ rule: null, text: verdict.details ?? verdict.message });
}
console.log(JSON.stringify({ files: results.length, findings }));
