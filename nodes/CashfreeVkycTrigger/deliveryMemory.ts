import type { IWebhookFunctions } from 'n8n-workflow';

/** Enough for the retries of some hours, and small, since n8n writes it at each new event. */
const limit = 1000;

/** More than is written: what is read may be older, and must not push out what came in since. */
const limitInMemory = 2 * limit;

/** A key; behind it the attempt, where it is not known whether n8n has answered. */
const wordForm = /^[0-9a-f]{16}(?:\.-?\d+)?$/;

const keyOf = (word: string) => word.split('.', 1)[0] ?? word;

const attemptOf = (word: string) => Number(word.slice(keyOf(word).length + 1));

type Response = Pick<
	ReturnType<IWebhookFunctions['getResponseObject']>,
	'headersSent' | 'statusCode' | 'writableEnded'
>;

/** The headers of an answer to a sender that is gone are never sent. */
const isAnswered = ({ headersSent, writableEnded }: Response) => headersSent || writableEnded;

/** A delivery that this process has taken and n8n has not answered. */
interface UnderWay {
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
	/** The word for each key, as it is written */
	private readonly known = new Map<string, string>();

	private readonly underWay = new Map<string, UnderWay>();

	private lastText = '';

	/** Takes in what an earlier run of n8n, or another process, wrote into the static data. */
	read(text: unknown): void {
		if (typeof text !== 'string' || text === this.lastText) return;
		this.lastText = text;
		for (const word of text.split(' ')) {
			const key = keyOf(word);
			const isNews = this.known.get(key) !== key && !this.underWay.has(key);
			if (isNews && wordForm.test(word)) this.remember(key, word);
		}
	}

	/**
	 * @param attempt the number that Cashfree gives to each try; 0 where the delivery does not say
	 * @param others keys that are known from then on, too
	 * @returns `first` where the workflow is to be started; `under way` where n8n has not answered an
	 *   earlier delivery of this key, at which it may still fail
	 */
	take(
		key: string,
		attempt: number,
		response: Response,
		others: readonly string[] = [],
	): 'first' | 'duplicate' | 'under way' {
		this.settle();
		if (this.underWay.has(key)) return 'under way';
		const word = this.known.get(key);
		// a later attempt says that the answer to the one before did not arrive
		const isRenewed = word !== undefined && word !== key && attempt > attemptOf(word);
		if (word !== undefined && !isRenewed) return 'duplicate';
		const taken = { attempt, response, isStarted: false };
		const unknown = others.filter((other) => !this.underWay.has(other));
		for (const each of [key, ...unknown]) this.underWay.set(each, taken);
		return 'first';
	}

	/**
	 * What to put into the static data for a delivery that was taken. n8n asks it for its text when it
	 * saves, which it does once, after it has started the workflow and before it answers.
	 */
	textOnceStarted(key: string): { toJSON: () => string } {
		const taken = this.underWay.get(key);
		return {
			toJSON: () => {
				if (taken) taken.isStarted = true;
				return this.text();
			},
		};
	}

	/**
	 * It contains nothing that n8n might fail to start: the event has to be taken when it comes again.
	 * The same goes for what n8n has not answered, as long as a later save is to come, which can write
	 * it down once it is answered. Only the last save writes what n8n has started and not answered.
	 */
	private text(): string {
		this.settle();
		const underWay = [...this.underWay];
		const isLastSave = underWay.every(([, { isStarted }]) => isStarted);
		const started = underWay.map(([key, { attempt }]) => `${key}.${attempt}`);
		const words = [...this.known.values(), ...(isLastSave ? started : [])];
		this.lastText = words.slice(-limit).join(' ');
		return this.lastText;
	}

	/** One that n8n failed to start is known no longer. */
	private settle(): void {
		for (const [key, { response }] of this.underWay) {
			if (!isAnswered(response)) continue;
			this.underWay.delete(key);
			if (response.statusCode === 200) this.remember(key, key);
		}
	}

	private remember(key: string, word: string): void {
		this.known.set(key, word);
		const oldest = this.known.keys().next().value;
		if (this.known.size > limitInMemory && oldest !== undefined) this.known.delete(oldest);
	}
}
