import type { IWebhookFunctions } from 'n8n-workflow';

/** Enough for the retries of some hours, and small, since n8n writes it at each new event. */
const limit = 1000;

/** More than is written: what is read may be older, and must not push out what came in since. */
const limitInMemory = 2 * limit;

/** A key, and the attempt behind it where n8n's answer to the delivery is not known. */
const writtenForm = /^([0-9a-f]{16})(?:\.(-?\d+))?$/;

type Response = Pick<
	ReturnType<IWebhookFunctions['getResponseObject']>,
	'headersSent' | 'statusCode' | 'writableEnded'
>;

/** The headers of an answer to a sender that is gone are never sent. */
const isAnswered = ({ headersSent, writableEnded }: Response) => headersSent || writableEnded;

/** n8n answered with 200: the sender knows that the event was taken. */
interface Answered {
	is: 'answered';
}

/** n8n started the workflow, in a process that may have ended before it could answer. */
interface Started {
	is: 'started';
	/** The number that Cashfree gives to each try of a delivery */
	attempt: number;
}

/** This process has taken the delivery, and n8n has not answered it. */
interface UnderWay {
	is: 'under way';
	attempt: number;
	response: Response;
	isStarted: boolean;
}

/**
 * The last deliveries to the triggers of one workflow. It lives in this process, so that two deliveries
 * at the same moment know of each other, and as text in the workflow's static data, so that a
 * restarted n8n knows them too.
 *
 * How far a delivery has come is read off its response whenever it matters: a listener would hear
 * nothing of what has happened before.
 */
export class DeliveryMemory {
	private readonly known = new Map<string, Answered | Started | UnderWay>();

	private lastText = '';

	/** Takes in what an earlier run of n8n, or another process, wrote into the static data. */
	read(text: unknown): void {
		if (typeof text !== 'string' || text === this.lastText) return;
		this.lastText = text;
		for (const word of text.split(' ')) {
			const [, key, attempt] = writtenForm.exec(word) ?? [];
			const isNews = key !== undefined && (this.known.get(key)?.is ?? 'started') === 'started';
			if (!isNews) continue;
			this.remember(
				key,
				attempt === undefined ? { is: 'answered' } : { is: 'started', attempt: Number(attempt) },
			);
		}
	}

	/**
	 * @param attempt 0 where the delivery does not say
	 * @returns `first` where the workflow is to be started; `under way` where n8n has neither started
	 *   it nor failed to with an earlier delivery of this key
	 */
	take(key: string, attempt: number, response: Response): 'first' | 'duplicate' | 'under way' {
		this.settle(key);
		const known = this.known.get(key);
		if (known?.is === 'under way') return 'under way';
		// a later attempt says that the answer to the one before did not arrive
		if (known?.is === 'answered' || (known && attempt <= known.attempt)) return 'duplicate';
		this.remember(key, { is: 'under way', attempt, response, isStarted: false });
		return 'first';
	}

	/**
	 * What to put into the static data for a delivery that was taken. n8n asks it for its text when it
	 * saves, which it does once, after it has started the workflow and before it answers.
	 */
	textOnceStarted(key: string): { toJSON: () => string } {
		const taken = this.known.get(key);
		return {
			toJSON: () => {
				if (taken?.is === 'under way') taken.isStarted = true;
				return this.text();
			},
		};
	}

	/**
	 * Nothing stands in it that n8n might fail to start: the event has to be taken when it comes again.
	 * The same goes for what n8n has not answered, as long as a later save is to come, which can write
	 * it down once it is answered. Only the last save writes what n8n has started and not answered.
	 */
	private text(): string {
		for (const key of [...this.known.keys()]) this.settle(key);
		const all = [...this.known];
		const isLastSave = all.every(([, each]) => each.is !== 'under way' || each.isStarted);
		const words = all.flatMap(([key, delivery]) => {
			if (delivery.is === 'answered') return [key];
			const isWritten = delivery.is === 'started' || (delivery.isStarted && isLastSave);
			return isWritten ? [`${key}.${delivery.attempt}`] : [];
		});
		this.lastText = words.slice(-limit).join(' ');
		return this.lastText;
	}

	private settle(key: string): void {
		const delivery = this.known.get(key);
		if (delivery?.is !== 'under way' || !isAnswered(delivery.response)) return;
		if (delivery.response.statusCode === 200) this.known.set(key, { is: 'answered' });
		else this.known.delete(key);
	}

	private remember(key: string, delivery: Answered | Started | UnderWay): void {
		this.known.delete(key);
		this.known.set(key, delivery);
		const oldest = this.known.keys().next().value;
		if (this.known.size > limitInMemory && oldest !== undefined) this.known.delete(oldest);
	}
}
