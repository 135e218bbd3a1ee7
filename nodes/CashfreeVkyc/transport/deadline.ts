import type { Clock } from './clock';

/**
 * Hands `work` a signal that is aborted when its time is up or the run is stopped. n8n's own time
 * limit for a request starts anew with each byte that arrives, and does not count the connecting.
 *
 * @param timeout milliseconds
 */
export async function withDeadline<Result>(
	timeout: number,
	clock: Clock,
	runSignal: AbortSignal | undefined,
	work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
	const deadline = new AbortController();
	// with a reason, since the default one creates a stack trace
	const end = () => deadline.abort('over');
	// a signal that is aborted already never says so again
	if (runSignal?.aborted) end();
	else runSignal?.addEventListener('abort', end);
	void clock.sleep(timeout, deadline.signal).then(end);
	try {
		return await work(deadline.signal);
	} finally {
		// ends the sleep, too, so that no timer and no listener outlives its request
		end();
		runSignal?.removeEventListener('abort', end);
	}
}
