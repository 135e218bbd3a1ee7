/** Runs the node once, as its parent process tells. */
import { runNode } from './cashfreeWorkflow';
import { hasten } from './hasten';
import { factor } from './storm';

hasten(factor);
process.once('message', async (run: Parameters<typeof runNode>[0]) => {
	await runNode(run);
	process.exit();
});
