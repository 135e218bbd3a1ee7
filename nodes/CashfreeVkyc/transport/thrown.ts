/** As Node.js, axios and n8n throw it, each one the cause of the next */
export interface Thrown {
	code?: string;
	syscall?: string;
	message?: string;
	isAxiosError?: boolean;
	/** One for each address of the host */
	errors?: Thrown[];
	cause?: Thrown;
}

/** What n8n makes of it */
interface ThrownByN8n extends Thrown {
	/** The code, or the HTTP status of an answer that broke off */
	httpCode?: string | null;
	/** The words of what it was made of */
	messages?: string[];
}

/**
 * What axios threw while a request was on its way.
 *
 * n8n 1 passes on its code and its words only. Where not even a code is left, the request may have
 * been sent, so that counts as on its way, too.
 *
 * @param thrown by n8n's request helper
 * @returns `undefined` where the request could not even be made
 */
export function failureOnTheWay(thrown: unknown): Thrown | undefined {
	const { cause, httpCode, messages } = thrown as ThrownByN8n;
	if (cause) return cause.isAxiosError ? cause : undefined;
	if (httpCode === undefined) return undefined;
	const code = httpCode ?? '';
	const [message = ''] = messages ?? [];
	// Node.js words it as in: connect ECONNREFUSED 127.0.0.1:443
	const [syscall = '', named] = message.split(' ');
	return { code, cause: { code, message, ...(named === code && { syscall }) } };
}
