'use strict';
const { Queue, applies } = require('./queue.js');

/**
 * @typedef {'refuse' | 'reset-before-reading' | 'hang' | 'take-then-cut' | 'take-then-hang'
 *   | 'take-then-500' | 'take-then-html' | 'half-body' | 'empty-body' | 'slow' | '429'
 *   | 'html-before' | 'redirect'} Kind README.md says what each does
 * @typedef {{ kind: Kind, ms?: number, headers?: Record<string, string>, location?: string }} Fault
 *   `ms`: how long to refuse, to hang or to wait; `headers`: of a 429; `location`: of a redirect.
 * @typedef {Fault & { on?: string | string[], probability: number }} Rule
 *   `probability` from 0 to 1; the rules that apply to a call share one draw, so their sum counts.
 */

/** @type {readonly Kind[]} */
const kinds = [
	'refuse',
	'reset-before-reading',
	'hang',
	'take-then-cut',
	'take-then-hang',
	'take-then-500',
	'take-then-html',
	'half-body',
	'empty-body',
	'slow',
	'429',
	'html-before',
	'redirect',
];

/** @param {string} kind */
function requireKind(kind) {
	if (!kinds.some((known) => known === kind)) {
		throw new Error(`No fault is called "${kind}". Kinds: ${kinds.join(', ')}`);
	}
}

/**
 * A number from 0 (included) to 1 (excluded) that depends on the seed and the text only
 * (FNV-1a over the text, finished with the mixing steps of murmur3).
 * @param {number} seed
 * @param {string} text
 */
function draw(seed, text) {
	let hash = (2166136261 ^ seed) >>> 0;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
	hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
	hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** What goes wrong with which request: by list (`queue`) and by probability (`plan`). */
class Faults {
	/** @type {Queue<Fault>} */
	#queue = new Queue();
	/** @type {Rule[]} */
	#rules = [];
	/** @type {Map<string, number>} */
	#seen = new Map();

	/** @param {number} seed used until a plan brings its own */
	constructor(seed) {
		this.seed = seed;
	}

	/**
	 * @param {Kind} kind
	 * @param {import('./queue.js').When & Omit<Fault, 'kind'>} [when] on which calls and how often
	 * @throws {Error} when the kind is unknown
	 */
	queue(kind, { on, times, match, ...details } = {}) {
		requireKind(kind);
		this.#queue.add({ kind, ...details }, { on, times, match });
	}

	/**
	 * Replaces the rules. The n-th call of an operation for one ID draws the same number in every
	 * run with the same seed, in whatever order the calls of different IDs arrive.
	 * @param {{ seed?: number, rules: Rule[] }} plan
	 * @throws {Error} when a kind is unknown
	 */
	plan({ seed = this.seed, rules }) {
		for (const { kind } of rules) requireKind(kind);
		this.seed = seed;
		this.#rules = rules;
		this.#seen.clear();
	}

	/**
	 * @param {import('./queue.js').Call} call
	 * @returns {Fault | undefined}
	 */
	take(call) {
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

	clear() {
		this.#queue.clear();
		this.plan({ rules: [] });
	}
}

module.exports = { Faults, kinds };
