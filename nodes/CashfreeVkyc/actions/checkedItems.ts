import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { itemChecker } from './checkItem';
import type { CheckedItem, ItemChecker } from './checkItem';
import type { MissingFields } from './missingFields';
import type { ShownOperation } from './operation';
import { SameIds } from './sameIds';

/** How many items are checked, and their credentials fetched, before n8n may do something else. */
const itemsPerTurn = 50;

/** With what the items of a run are checked. */
interface Run {
	context: IExecuteFunctions;
	operation: ShownOperation;
	/** Is shown the answer of each item that succeeded */
	missingFields: MissingFields;
	/** Aborted when no further item is wanted */
	stop: AbortSignal;
	/** Told of each item that must not be sent, and why */
	fail(itemIndex: number, reason: unknown): void;
}

/** The items of a run, checked in their order, a turn at a time. */
export class CheckedItems {
	private readonly checker: ItemChecker;

	private readonly count: number;

	/** The items that must not be sent */
	private readonly refused = new Set<number>();

	private readonly ids: SameIds;

	/** The index of the first item that was not checked yet */
	private next = 0;

	private turn: Promise<void> | undefined;

	private firstOptions: CheckedItem['options'] | undefined;

	constructor(private readonly run: Run) {
		this.checker = itemChecker(run.context, run.operation, run.missingFields);
		this.count = run.context.getInputData().length;
		this.ids = new SameIds(run.context.getNode(), this.checker.requestsOf);
	}

	/** Checks all items, unless the run is stopped. */
	async all(): Promise<void> {
		await this.until(() => false);
	}

	/** What the first item that can be sent says about the whole run; `undefined` where none can. */
	async options(): Promise<CheckedItem['options'] | undefined> {
		await this.until(() => this.firstOptions !== undefined);
		return this.firstOptions;
	}

	/** Takes an item out, once it is checked; `undefined` where it must not be sent. */
	async take(itemIndex: number): Promise<CheckedItem | undefined> {
		await this.until(() => itemIndex < this.next);
		if (itemIndex >= this.next || this.refused.has(itemIndex)) return undefined;
		try {
			return await this.checker.check(itemIndex);
		} catch (reason) {
			this.refuse(itemIndex, reason);
			return undefined;
		} finally {
			// a later item may yet have to be compared with it
			if (this.next === this.count) this.checker.forget(itemIndex);
		}
	}

	/** Whether more than one item of the run may create what has this name. */
	mayRepeat(name: string): boolean {
		return this.next < this.count || this.ids.isRepeated(name);
	}

	private async until(isEnough: () => boolean): Promise<void> {
		while (!isEnough() && this.next < this.count && !this.run.stop.aborted) {
			// several may wait for the same turn
			this.turn ??= this.checkTurn().finally(() => (this.turn = undefined));
			await this.turn;
		}
	}

	private async checkTurn(): Promise<void> {
		const from = this.next;
		// lets n8n serve others meanwhile, and hear that the run is stopped
		if (from > 0) await sleep(0);
		const length = Math.min(itemsPerTurn, this.count - from);
		const turn = Array.from({ length }, (_, at) => from + at);
		const checked = await Promise.allSettled(turn.map(this.checker.check));
		// of two with the same ID the later one is refused, so these go in the order of the items
		for (const [at, end] of checked.entries()) {
			try {
				if (end.status === 'rejected') throw end.reason;
				this.accept(from + at, end.value);
			} catch (reason) {
				this.refuse(from + at, reason);
			}
		}
		this.next = from + length;
		if (this.next === this.count) this.ids.end();
	}

	private accept(itemIndex: number, item: CheckedItem) {
		const conflict = this.ids.claim(item.credential.account, item.requests, itemIndex);
		if (conflict) throw conflict;
		this.firstOptions ??= item.options;
	}

	private refuse(itemIndex: number, reason: unknown) {
		this.refused.add(itemIndex);
		this.run.fail(itemIndex, reason);
	}
}
