/** Runs the node once, as its parent process tells. */
require('./typescript');
const { runNode } = require('./cashfree-workflow');
const { hasten } = require('./hasten');
const { factor } = require('./storm');

hasten(factor);
process.once('message', async (/** @type {Parameters<typeof runNode>[0]} */ run) => {
	await runNode(run);
	process.exit();
});
