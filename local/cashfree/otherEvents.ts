import { signBody } from './sign';

/** `2025-05-22 09:21:14`, as Secure ID's older pages write times; in India's time zone. */
const indianTime = (now: number) =>
	new Date(now + 5.5 * 60 * 60 * 1000).toISOString().slice(0, 19).replace('T', ' ');

/**
 * Events of other products, of which an account's only webhook URL gets all as well. Neither of their
 * newest pages shows a signature in the body. The people are invented.
 * @param now milliseconds; `number` tells one event from the next
 */
const samples = {
	/** https://www.cashfree.com/docs/api-reference/vrs/v2/kyc-links/webhooks */
	'kyc-link': (now: number, number: number): object => ({
		event_type: 'KYC_LINK_ACTION_PERFORMED',
		event_time: indianTime(now),
		version: 'v1',
		data: {
			name: 'Meera Pillai',
			phone: '9900000044',
			email: 'meera@example.com',
			verification_id: `kyc-link-${number}`,
			reference_id: 235460 + number,
			link_expiry: '2031-12-02',
			form_link: 'https://forms.cashfree.example/',
			form_status: 'RECEIVED',
			verification_details: [{ verification_type: 'PAN', status: 'SUCCESS' }],
		},
	}),
	/** https://www.cashfree.com/docs/api-reference/prepaid-payment-instruments/kyc-verification/webhook-vkyc */
	ppi: (now: number, number: number): object => ({
		event_type: 'VKYC_USER_CALL_COMPLETED',
		event_time: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
		data: {
			cf_verification_id: `cf_vkyc_${number}`,
			verification_id: `ppi-${number}`,
			user_id: `ppi_user_${number}`,
			status: 'POST_VIDEO_CALL',
			sub_status: 'CALL_COMPLETED',
		},
	}),
};

/**
 * @param product `kyc-link` or `ppi`
 * @throws when there is no such product
 */
export function otherEvent(product: string, now: number, number: number): object {
	if (!Object.hasOwn(samples, product)) {
		throw new Error(`No product is called "${product}". Products: ${products.join(', ')}`);
	}
	return samples[product as keyof typeof samples](now, number);
}

export const products = Object.keys(samples);

/**
 * What the dashboard's "Test & Add" posts. It is not documented; a low-balance alert with its
 * signature in the body is what can be inferred from public code that receives it.
 */
export function testSample(now: number, secret: string): object {
	const alert = {
		event: 'LOW_BALANCE_ALERT',
		currentBalance: '96.40',
		alertTime: indianTime(now),
	};
	return { ...alert, signature: signBody(secret, alert) };
}
