import { createHash } from 'node:crypto';
import { sleep, type IDataObject, type IWebhookFunctions } from 'n8n-workflow';

/** Enough for the retries of some hours, and small, since n8n writes it at each new event. */
const limit = 1000;

/** More than is written: what is read may be older, and must not push out what came in since. */
const limitInMemory = 2 * limit;

const keyLength = 16;

/** More is not to be expected: each is a delivery that n8n is at work on. */
const maxUnderWay = 100;

type Response = Pick<
	ReturnType<IWebhookFunctions['getResponseObject']>,
	'statusCode' | 'writableEnded' | 'once'
>;

/**
 * The key by which repeated deliveries of an event are known: equal where event type, time,
 * reference, verification ID, status and sub-status are, or all of an event that names no
 * verification. A hash, so that it can be kept anywhere.
 *
 * @returns 16 hexadecimal digits
 */
export function deliveryKey(event: IDataObject): string {
	const { reference_id, cf_verification_id, verification_id, status, sub_status } = (event.data ??
		{}) as IDataObject;
	const verification = [reference_id ?? cf_verification_id, verification_id];
	const identity = verification.some((id) => id !== undefined)
		? [event.event_type, event.event_time, ...verification, status, sub_status]
		: event;
	const hash = createHash('sha256').update(JSON.stringify(identity));
	return hash.digest('hex').slice(0, keyLength);
}

function dropOldest(keys: Set<string> | Map<string, unknown>, most: number): void {
	if (keys.size > most) keys.delete(keys.keys().next().value as string);
}

function addBounded(keys: Set<string>, key: string): void {
	keys.add(key);
	dropOldest(keys, limitInMemory);
}

/**
 * The last deliveries that started the workflow of one trigger node. It lives in this process, so
 * that two deliveries at the same moment know of each other, and as text in the node's static data,
 * so that a restarted n8n knows them too.
 */
export class DeliveryMemory {
	private readonly known = new Set<string>();

	private readonly forgotten = new Set<string>();

	/** Answers that n8n had not given yet when their sender was gone */
	private readonly underWay = new Map<string, Response>();

	private lastText = '';

	/** Takes in what an earlier run of n8n, or another process, wrote into the static data. */
	read(text: unknown): void {
		if (typeof text !== 'string' || text === this.lastText) return;
		this.lastText = text;
		for (const key of text.split(' ')) {
			if (key.length === keyLength && !this.forgotten.has(key)) addBounded(this.known, key);
		}
	}

	/** @returns whether the delivery is the first of its key */
	take(key: string): boolean {
		if (this.known.has(key)) return false;
		addBounded(this.known, key);
		return true;
	}

	/** Forgets a delivery if n8n fails to start the workflow with it, which the answer tells. */
	watch(key: string, response: Response): void {
		response.once('close', () => {
			this.underWay.set(key, response);
			if (this.isUnderWay(key)) dropOldest(this.underWay, maxUnderWay);
		});
	}

	/**
	 * Whether n8n is still at work on a delivery whose sender did not wait. One at which it failed is
	 * forgotten.
	 */
	isUnderWay(key: string): boolean {
		const response = this.underWay.get(key);
		if (!response) return false;
		if (!response.writableEnded) return true;
		this.underWay.delete(key);
		if (response.statusCode !== 200) this.forget(key);
		return false;
	}

	/** Lets a delivery come again, although it may stand in the static data by now. */
	forget(key: string): void {
		this.known.delete(key);
		addBounded(this.forgotten, key);
	}

	/** The text for the static data: n8n asks for it when it saves, after later deliveries came in. */
	toJSON(): string {
		return [...this.known].slice(-limit).join(' ');
	}
}

const memories = new Map<string, DeliveryMemory>();

/**
 * What is known at this node of a delivery. A first one is remembered from then on, unless n8n then
 * cannot start the workflow.
 *
 * @param key from `deliveryKey`
 * @returns `under way` where n8n has neither started nor failed with an earlier delivery of this key,
 *   whose sender did not wait
 */
export function takeDelivery(
	context: IWebhookFunctions,
	key: string,
): 'first' | 'repeated' | 'under way' {
	const node = `${context.getWorkflow().id}/${context.getNode().id}`;
	const memory = memories.get(node) ?? new DeliveryMemory();
	memories.set(node, memory);

	const staticData: { deliveries?: unknown } = context.getWorkflowStaticData('node');
	memory.read(staticData.deliveries);
	if (memory.isUnderWay(key)) return 'under way';
	if (!memory.take(key)) return 'repeated';

	staticData.deliveries = memory;
	// n8n 2 saves the data after it has started the execution, and forgets the change while it does
	void sleep(0).then(() => (staticData.deliveries = memory));

	memory.watch(key, context.getResponseObject());
	return 'first';
}
