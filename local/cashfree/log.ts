/**
 * `at` in milliseconds; `requestId` from the header `x-request-id`; `secretHeaders`: the names of
 * those that came and are left out of `headers`; `status` null while (or when) nothing was answered;
 * `processed` true when the request took effect, whatever the caller got to see.
 */
export interface Entry {
	at: number;
	method: string;
	path: string;
	operation: string;
	query: Record<string, unknown>;
	headers: Record<string, unknown>;
	requestId: string | null;
	secretHeaders: string[];
	signed: boolean;
	body: unknown;
	status: number | null;
	fault: string | null;
	forced: boolean;
	processed: boolean;
}

const secretHeaders = ['x-client-secret', 'x-cf-signature', 'authorization', 'cookie'];

/** What makes a link to a recording good. */
const secretQuery = /^x-amz-(signature|security-token)$/i;

/** The requests that reached the Cashfree endpoints, newest last, without their secrets. */
export class RequestLog {
	entries: Entry[] = [];

	/** @param keep how many of the newest requests to keep at least; 0 keeps none */
	constructor(private readonly keep: number) {}

	open({
		at,
		method,
		path,
		operation,
		query,
		headers,
	}: {
		at: number;
		method: string;
		path: string;
		operation: string;
		query: unknown;
		headers: Record<string, unknown>;
	}): Entry {
		const shown = { ...headers };
		for (const name of secretHeaders) delete shown[name];
		const { 'x-request-id': requestId } = headers;
		const entry: Entry = {
			at,
			method,
			path,
			operation,
			query: Object.fromEntries(
				Object.entries(query ?? {}).filter(([name]) => !secretQuery.test(name)),
			),
			headers: shown,
			requestId: typeof requestId === 'string' ? requestId : null,
			secretHeaders: secretHeaders.filter((name) => name in headers),
			signed: 'x-cf-signature' in headers,
			body: null,
			status: null,
			fault: null,
			forced: false,
			processed: false,
		};
		if (this.keep > 0) this.entries.push(entry);
		// Cut in blocks, so that a full log costs nothing per request.
		if (this.entries.length > 2 * this.keep) this.entries.splice(0, this.keep);
		return entry;
	}

	clear() {
		this.entries.length = 0;
	}
}
