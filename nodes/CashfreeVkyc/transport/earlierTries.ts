import type { IExecuteFunctions } from 'n8n-workflow';
import type { CashfreeRequest } from './attempt';
import { isSuccess, kindOf } from './decide';
import { deliver } from './deliver';
import type { Delivery, Means } from './deliver';

/** What requests that create or change something came to, by what names them. */
type Deliveries = Map<string, Delivery>;

/**
 * By the object that n8n keeps for the node as long as the execution lives, so that nothing outlives
 * it and nothing is stored.
 */
const executions = new WeakMap<object, { runIndex: number; deliveries: Deliveries }>();

/** Once a request came to this, it must not be sent by a later try. */
const isFinal = ({ end, found }: Delivery, request: CashfreeRequest) =>
	isSuccess(found ?? end) || (end.outcome === 'unknown' && kindOf(request) === 'single');

/**
 * Makes a request's delivery one for all tries of a run: with *Retry On Fail*, n8n runs the node
 * again, for all items. What an earlier try did is not sent again, nor refused as existing; what may
 * have been done stays unknown until a look-up or a success settles it.
 *
 * @returns a function that does what `deliver` does; its first argument names what the request
 *   creates or changes
 */
export function deliverOnceIn(context: IExecuteFunctions) {
	const deliveries = deliveriesOf(context);
	return async (
		name: string | undefined,
		request: CashfreeRequest,
		means: Means,
	): Promise<Delivery> => {
		if (!deliveries || name === undefined) return await deliver(request, means);
		const before = deliveries.get(name);
		if (before && isFinal(before, request)) return before;
		const lost = before?.end.outcome === 'unknown' ? before.end : undefined;
		const delivery = await deliver(request, means, lost);
		deliveries.set(name, delivery);
		return delivery;
	};
}

function deliveriesOf(context: IExecuteFunctions): Deliveries | undefined {
	if (context.getNode().retryOnFail !== true) return undefined;
	const execution = context.getContext('node');
	// in a loop, the node runs several times in one execution
	const runIndex = context.getWorkflowDataProxy(0).$thisRunIndex;
	const known = executions.get(execution);
	if (known?.runIndex === runIndex) return known.deliveries;
	const deliveries: Deliveries = new Map();
	executions.set(execution, { runIndex, deliveries });
	return deliveries;
}
