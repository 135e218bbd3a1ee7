import { setTimeout as wait } from 'node:timers/promises';

/** Resolves when the condition holds; the test's own time limit is the bound. */
export async function until(condition: () => boolean) {
	while (!condition()) await wait(5);
}

export { wait };
