import { whereItStrikes } from './faultList';
import type { Fault, Kind } from './faultList';
import { Queue, applies } from './queue';
import type { Call, When } from './queue';

/**
 * `probability` from 0 to 1; the rules that apply to a call share one draw, so their sum counts.
 */
export interface Rule extends Fault {
	on?: string | string[] | undefined;
	probability: number;
}

/**
 * A number from 0 (included) to 1 (excluded) that depends on the seed and the text only
 * (FNV-1a over the text, finished with the mixing steps of murmur3).
 */
function draw(seed: number, text: string) {
	let hash = (2166136261 ^ seed) >>> 0;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
	hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
	hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** What goes wrong with which request: by list (`queue`) and by probability (`plan`). */
export class Faults {
	seed: number;
	#queue = new Queue<Fault>();
	#rules: Rule[] = [];
	#seen = new Map<string, number>();

	/** @param seed used until a plan brings its own */
	constructor(seed: number) {
		this.seed = seed;
	}

	/**
	 * @param when on which calls and how often
	 * @throws when the kind is unknown, or cannot strike there
	 */
	queue(kind: Kind, { on, times, match, ...details }: When & Omit<Fault, 'kind'> = {}) {
		this.#queue.add({ kind, ...details }, { on: whereItStrikes(kind, on), times, match });
	}

	/**
	 * Replaces the rules. The n-th call of an operation for one ID draws the same number in every
	 * run with the same seed, in whatever order the calls of different IDs arrive.
	 * @throws when a kind is unknown, or cannot strike there
	 */
	plan({ seed = this.seed, rules }: { seed?: number; rules: Rule[] }) {
		this.#rules = rules.map((rule) => ({ ...rule, on: whereItStrikes(rule.kind, rule.on) }));
		this.seed = seed;
		this.#seen.clear();
	}

	take(call: Call): Fault | undefined {
		const queued = this.#queue.take(call);
		if (queued || this.#rules.length === 0) return queued;
		const { verification_id, user_id, reference_id, user_reference_id } = call.fields;
		const id = verification_id ?? user_id ?? reference_id ?? user_reference_id ?? '';
		const key = `${call.operation} ${id}`;
		const turn = (this.#seen.get(key) ?? 0) + 1;
		this.#seen.set(key, turn);
		let left = draw(this.seed, `${key} ${turn}`);
		return this.#rules.find((rule) => {
			if (!applies({ on: rule.on }, call)) return false;
			left -= rule.probability;
			return left < 0;
		});
	}

	/** @returns what is on: with `left` from the list, with `probability` from the plan */
	active(): (Fault & When & { left?: number; probability?: number })[] {
		const queued = this.#queue.list().map(({ value, when: { on, match }, left }) => ({
			...value,
			...{ on, left },
			...(match && { match }),
		}));
		return [...queued, ...this.#rules];
	}

	clear() {
		this.#queue.clear();
		this.plan({ rules: [] });
	}
}
