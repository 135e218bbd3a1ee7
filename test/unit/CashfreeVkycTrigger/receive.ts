import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { CashfreeSecureIdApi } from '../../../credentials/CashfreeSecureIdApi.credentials';
import { CashfreeVkycTrigger } from '../../../nodes/CashfreeVkycTrigger/CashfreeVkycTrigger.node';
import { runWebhook } from '../../support/webhook';

type Options = Partial<Parameters<typeof runWebhook>[0]>;

export const SECRET = 'test-client-secret';
const credentials = { cashfreeSecureIdApi: { clientId: 'id', clientSecret: SECRET } };
const credentialTypes = { cashfreeSecureIdApi: new CashfreeSecureIdApi() };

/** What `runWebhook` and `activateTrigger` need to know about the trigger and its credential. */
export const trigger = {
	nodeType: new CashfreeVkycTrigger(),
	credentials,
	credentialTypes,
};

let verifications = 0;

/** An event as Cashfree's documentation shows it, of a verification that no other test has. */
export const linkGenerated = (changes: IDataObject = {}, data: IDataObject = {}): IDataObject => ({
	event_type: 'VKYC_USER_LINK_GENERATED',
	event_time: '2025-05-22T03:51:14Z',
	version: 'v1',
	data: {
		verification_id: `vkyc-${++verifications}`,
		reference_id: 10449,
		user_id: 'test11',
		status: 'RECEIVED',
		sub_status: 'LINK_GENERATED',
		vkyc_link: 'https://forms.qa.cashfree.net/verification/c8k926bpt84g',
		recording_link: '',
		...data,
	},
	...changes,
});

/** The headers of a delivery that is sent now. */
export function signedHeaders(rawBody: Buffer, secret = SECRET, timestamp = String(Date.now())) {
	const signature = createHmac('sha256', secret).update(timestamp).update(rawBody).digest('base64');
	return {
		'X-Webhook-Signature': signature,
		'X-Webhook-Timestamp': timestamp,
		'X-Webhook-Attempt': '1',
	};
}

/**
 * Delivers to the trigger in n8n-core's own context.
 *
 * @param body an event, or the text of a body
 * @param request replaces the signed headers and the body where it has them
 */
export async function receive(body: IDataObject | string, { request, ...options }: Options = {}) {
	const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	return await runWebhook({
		...trigger,
		...options,
		request: { headers: signedHeaders(rawBody), rawBody, ...request },
	});
}
