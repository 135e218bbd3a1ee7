/** @import { IAdditionalCredentialOptions, IDataObject, IExecuteFunctions, IHttpRequestOptions, INode } from 'n8n-workflow' */

/** @type {INode} */
const node = {
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

/**
 * @typedef {(
 *   request: { method: string, url: string, qs?: IDataObject, body?: IDataObject },
 *   signal: AbortSignal,
 * ) => unknown} Respond results in what n8n's request helper results in, or throws what it throws
 */

/**
 * The part of n8n's execution context that the node uses, with a request helper that answers as told.
 *
 * @param {object} parts
 * @param {Respond} [parts.respond]
 * @param {IDataObject[]} [parts.parameters] of each item
 * @param {IDataObject} [parts.credential] changes to the credential
 * @param {AbortSignal} [parts.signal] aborted when the run is stopped
 */
function scriptedContext({ respond, parameters = [{}], credential: changes, signal }) {
	/** @type {{ type: string, options: IHttpRequestOptions, additional: IAdditionalCredentialOptions }[]} */
	const requests = [];
	/** @type {unknown[]} */
	const hints = [];
	const context = {
		getNode: () => node,
		getTimezone: () => 'Asia/Kolkata',
		getInputData: () => parameters.map((json) => ({ json })),
		/**
		 * Each parameter may differ from item to item, so each is an expression.
		 *
		 * @type {(name: string, itemIndex: number, fallback?: unknown, options?: { rawExpressions?: true }) => unknown}
		 */
		getNodeParameter: (name, itemIndex, fallback, { rawExpressions } = {}) =>
			rawExpressions ? `={{ $json.${name} }}` : (parameters[itemIndex][name] ?? fallback),
		getCredentials: async () => ({ ...credential, ...changes }),
		getExecutionCancelSignal: () => signal,
		/** @param {unknown} hint */
		addExecutionHints: (hint) => void hints.push(hint),
		helpers: {
			/**
			 * @this {{ getExecutionCancelSignal(): AbortSignal, getNode(): INode }} as in n8n-core
			 * @param {string} type
			 * @param {IHttpRequestOptions} options
			 * @param {IAdditionalCredentialOptions} additional
			 */
			async httpRequestWithAuthentication(type, options, additional) {
				requests.push({ type, options, additional });
				const { method = 'GET', url, qs, body } = options;
				const request = { method, url, qs, body: /** @type {IDataObject} */ (body) };
				return await respond?.(request, this.getExecutionCancelSignal());
			},
		},
	};
	return {
		context: /** @type {IExecuteFunctions} */ (/** @type {unknown} */ (context)),
		requests,
		hints,
	};
}

/**
 * An answer as n8n's request helper hands it over.
 *
 * @param {number} statusCode
 * @param {unknown} body
 * @param {Record<string, string>} [headers]
 */
const response = (statusCode, body, headers = {}) => ({
	statusCode,
	headers,
	body: typeof body === 'string' ? body : JSON.stringify(body),
});

/**
 * What n8n's request helper throws where the network lets it down.
 *
 * @param {string} code e.g. `ECONNRESET`
 * @param {string} [syscall] e.g. `connect`
 */
const networkFault = (code, syscall) =>
	Object.assign(new Error('from n8n'), {
		cause: { isAxiosError: true, code, cause: { code, syscall } },
	});

module.exports = { networkFault, node, response, scriptedContext };
