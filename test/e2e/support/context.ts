import type { Runtime } from '../../../local/n8n/runtime';
import type { Programs } from '../../../local/queueMode/programs';

/** What run.ts hands to the tests, as JSON in the environment variable `E2E`. */
export interface Context {
	/** for what is not kept */
	folder: string;
	tarball: string;
	runtime: Runtime;
	browser: { path?: string | undefined; reason?: string | undefined };
	queueMode: { programs?: Programs | undefined; reason?: string | undefined };
	/** folder to write pictures to */
	pictures: string | false;
}

/** Empty where jest was not started by run.ts. */
export const context: Partial<Context> = JSON.parse(process.env.E2E ?? '{}');

/** @throws where jest was not started by run.ts */
export function requireContext(): Context {
	if (!context.tarball) throw new Error('Start these tests with: npm run test:e2e');
	return context as Context;
}
