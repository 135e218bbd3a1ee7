/** README.md says what each does. */
export const kinds = [
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
	'slow-body',
	'stalled-body',
	'cut-body',
	'false-length',
	'no-length',
	'403',
	'500',
] as const;

export type Kind = (typeof kinds)[number];

/** These strike recordings only. */
const ofRecordings: readonly Kind[] = kinds.slice(kinds.indexOf('slow-body'));

/** The operation that sends a recording. */
export const getRecording = 'GET /recording';

/**
 * `ms`: how long to refuse, to hang or to wait; `headers`: of a 429; `location`: of a redirect;
 * `bytes`: how many to send in a second, before the standstill or before the end, or how many the
 * content-length claims.
 */
export interface Fault {
	kind: Kind;
	ms?: number;
	headers?: Record<string, string>;
	location?: string;
	bytes?: number;
}

/**
 * @returns the operations on which it strikes
 * @throws when the kind is unknown, or cannot strike there
 */
export function whereItStrikes(kind: Kind, on: string | string[] | undefined) {
	if (!kinds.includes(kind)) {
		throw new Error(`No fault is called "${kind}". Kinds: ${kinds.join(', ')}`);
	}
	if (!ofRecordings.includes(kind)) return on;
	if ([on ?? []].flat().some((operation) => operation !== getRecording)) {
		throw new Error(`The fault "${kind}" strikes ${getRecording} only.`);
	}
	return getRecording;
}
