import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { exactJson } from '../../shared/exactJson';
import { unforeseen } from '../../shared/unforeseen';
import type { RequestOutcome } from './requestOutcome';
import type { CashfreeRequest } from './request';
import type { Clock } from './clock';
import { credentialType } from './credential';
import type { Credential } from './credential';
import { withDeadline } from './deadline';
import { classifyError, classifyResponse } from './classify';
import type { FullResponse } from './classify';

export interface Conditions {
	credential: Credential;
	/** Milliseconds that a request may take, from connecting to the last byte of its answer */
	timeout: number;
	clock: Clock;
	/** Aborted when the run is stopped */
	signal: AbortSignal | undefined;
	itemIndex: number;
}

/** Sends a request once. Redirects are not followed. TLS and proxy are as set up in n8n. */
export async function sendOnce(
	context: IExecuteFunctions,
	request: CashfreeRequest,
	{ credential, timeout, clock, signal: runSignal, itemIndex }: Conditions,
): Promise<RequestOutcome> {
	const requestId = clock.uuid();
	const send = async (signal: AbortSignal): Promise<FullResponse> => {
		// n8n takes the signal from here, older versions from the options
		const caller = Object.create(context, { getExecutionCancelSignal: { value: () => signal } });
		const options: IHttpRequestOptions = {
			method: request.method,
			url: `${credential.address}${request.path}`,
			...(request.query && { qs: request.query }),
			// JavaScript's own way to write JSON would round numbers beyond 2^53
			...(request.body && { body: exactJson(request.body) }),
			headers: {
				accept: 'application/json',
				'content-type': 'application/json',
				'x-request-id': requestId,
			},
			// n8n's own parsing would round numbers beyond 2^53
			encoding: 'text',
			timeout,
			abortSignal: signal,
			disableFollowRedirect: true,
			// with an exception for HTTP 401, n8n would send the request a second time
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		};
		const { decrypted: credentialsDecrypted } = credential;
		return await context.helpers.httpRequestWithAuthentication.call(
			caller,
			credentialType,
			options,
			{ credentialsDecrypted },
		);
	};
	let response: FullResponse;
	try {
		response = await withDeadline(timeout, clock, runSignal, send);
	} catch (thrown) {
		const outcome = classifyError(thrown, runSignal?.aborted === true);
		if (outcome) return { ...outcome, requestId };
		const error = unforeseen(context.getNode(), itemIndex, thrown, 'not_sent');
		return { state: 'not_sent', code: '', error };
	}
	return { ...classifyResponse(response, request.expects), requestId };
}
