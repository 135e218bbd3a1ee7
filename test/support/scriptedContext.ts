import type {
	IAdditionalCredentialOptions,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
} from 'n8n-workflow';

export const node: INode = {
	id: 'node',
	name: 'Cashfree VKYC',
	type: 'n8n-nodes-cashfree-vkyc.cashfreeVkyc',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const credential = {
	environment: 'sandbox',
	clientId: 'invented-id',
	clientSecret: 'invented-secret',
	twoFactorMethod: 'ipWhitelist',
	apiVersion: '2024-12-01',
};

export type Respond = (
	request: { method: string; url: string; qs: IDataObject | undefined; body: IDataObject },
	signal: AbortSignal,
) => unknown;

/**
 * The part of n8n's execution context that the node uses, with a request helper that answers as told.
 *
 * @param parts.parameters of each item
 * @param parts.credential changes to the credential
 * @param parts.signal aborted when the run is stopped
 */
export function scriptedContext({
	respond,
	parameters = [{}],
	credential: changes,
	signal,
}: {
	respond?: Respond | undefined;
	parameters?: IDataObject[] | undefined;
	credential?: IDataObject | undefined;
	signal?: AbortSignal | undefined;
}) {
	const requests: {
		type: string;
		options: IHttpRequestOptions;
		additional: IAdditionalCredentialOptions;
	}[] = [];
	const hints: unknown[] = [];
	const differs = (name: string) =>
		new Set(parameters.map((values) => JSON.stringify(values[name]))).size > 1;
	const context = {
		getNode: () => node,
		getTimezone: () => 'Asia/Kolkata',
		getInputData: () => parameters.map((json) => ({ json })),
		/** A parameter is an expression where it differs from item to item. */
		getNodeParameter: (
			name: string,
			itemIndex: number,
			fallback?: unknown,
			{ rawExpressions }: { rawExpressions?: true } = {},
		): unknown =>
			rawExpressions && differs(name)
				? `={{ $json.${name} }}`
				: (parameters[itemIndex]?.[name] ?? fallback),
		getCredentials: async () => ({ ...credential, ...changes }),
		getExecutionCancelSignal: () => signal,
		addExecutionHints: (hint: unknown) => void hints.push(hint),
		helpers: {
			async httpRequestWithAuthentication(
				this: { getExecutionCancelSignal(): AbortSignal; getNode(): INode },
				type: string,
				options: IHttpRequestOptions,
				additional: IAdditionalCredentialOptions,
			) {
				requests.push({ type, options, additional });
				const { method = 'GET', url, qs, body } = options;
				const request = { method, url, qs, body: body as IDataObject };
				return await respond?.(request, this.getExecutionCancelSignal());
			},
		},
	};
	return {
		context: context as unknown as IExecuteFunctions,
		requests,
		hints,
	};
}

/** An answer as n8n's request helper hands it over. */
export const response = (
	statusCode: number,
	body: unknown,
	headers: Record<string, string> = {},
) => ({
	statusCode,
	headers,
	body: typeof body === 'string' ? body : JSON.stringify(body),
});

/**
 * What n8n's request helper throws where the network lets it down.
 *
 * @param code e.g. `ECONNRESET`
 * @param syscall e.g. `connect`
 */
export const networkFault = (code: string, syscall?: string) =>
	Object.assign(new Error('from n8n'), {
		cause: { isAxiosError: true, code, cause: { code, syscall } },
	});
