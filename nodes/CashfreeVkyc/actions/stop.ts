import type { IExecuteFunctions } from 'n8n-workflow';

/** Ends a run: when an item fails and the node stops there, or when n8n stops the execution. */
export interface Stop {
	/** From when it is aborted, no request is begun */
	signal: AbortSignal;
	now(): void;
	/** Whether n8n stopped the execution */
	isCancelled(): boolean;
	/** To be called at the end of the run: n8n's signal lives longer */
	release(): void;
}

export function stopOf(context: IExecuteFunctions): Stop {
	// older n8n versions have none
	const cancel = context.getExecutionCancelSignal?.();
	const controller = new AbortController();
	const now = () => controller.abort();
	if (cancel?.aborted) now();
	cancel?.addEventListener('abort', now);
	return {
		signal: controller.signal,
		now,
		isCancelled: () => cancel?.aborted === true,
		release: () => cancel?.removeEventListener('abort', now),
	};
}
