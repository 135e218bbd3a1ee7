/**
 * Loads files in a process of its own, as n8n does when it starts, and prints the milliseconds.
 * What all nodes share is loaded before, from where n8n has it. JavaScript, since what turns
 * TypeScript into it would be measured as well.
 */
const [modules, ...files] = process.argv.slice(2);
require(require.resolve('n8n-workflow', { paths: [modules] }));

const startedAt = performance.now();
for (const file of files) {
	for (const Type of Object.values(require(file))) {
		if (typeof Type === 'function') new Type();
	}
}
process.stdout.write(String(performance.now() - startedAt));
