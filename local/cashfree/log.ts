/**
 * `at` in milliseconds; `status` null while (or when) nothing was answered; `processed` true when
 * the request took effect, whatever the caller got to see.
 */
export interface Entry {
	at: number;
	method: string;
	path: string;
	operation: string;
	query: Record<string, unknown>;
	headers: Record<string, unknown>;
	signed: boolean;
	body: unknown;
	status: number | null;
	fault: string | null;
	forced: boolean;
	processed: boolean;
}

const secretHeaders = ['x-client-secret', 'x-cf-signature', 'authorization', 'cookie'];

/** The requests that reached the Cashfree endpoints, newest last, without their secrets. */
export class RequestLog {
	entries: Entry[] = [];

	/** @param keep how many of the newest requests to keep at least; 0 keeps none */
	constructor(private readonly keep: number) {}

	open({
		at,
		method,
		url,
		base,
		query,
		headers,
	}: {
		at: number;
		method: string;
		url: string;
		base: string;
		query: unknown;
		headers: Record<string, unknown>;
	}): Entry {
		const [path = ''] = url.split('?', 1);
		const shown = { ...headers };
		for (const name of secretHeaders) delete shown[name];
		const entry: Entry = {
			at,
			method,
			path,
			operation: `${method} ${path.startsWith(base) ? path.slice(base.length) : path}`,
			query: query as Record<string, unknown>,
			headers: shown,
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
