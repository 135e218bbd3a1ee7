import type { INodePropertyOptions } from 'n8n-workflow';

/** The value of the option for events that Cashfree adds later. */
export const otherEvents = '*other';

/** The value of the option for whichever event ends a verification. */
export const verificationFinished = '*finished';

/** The value of the option for events of other products than Video KYC. */
export const otherProducts = '*otherProducts';

/**
 * In the order of a verification's life, as n8n lists them.
 *
 * @see https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/webhook
 */
export const eventOptions: INodePropertyOptions[] = [
	{
		name: 'Link Generated',
		value: 'VKYC_USER_LINK_GENERATED',
		description: 'Cashfree generated the link for the user',
	},
	{
		name: 'Link Expired',
		value: 'VKYC_USER_LINK_EXPIRED',
		description: 'The link expired before the user finished',
	},
	{
		name: 'Aadhaar Verified',
		value: 'VKYC_USER_AADHAAR_VERIFIED',
		action: 'On Aadhaar verified',
		description: 'The user verified their Aadhaar',
	},
	{
		name: 'Call Scheduled',
		value: 'VKYC_USER_CALL_SCHEDULED',
		description: 'The user chose a time for the video call',
	},
	{
		name: 'Precheck Failed',
		value: 'VKYC_USER_PRECHECK_FAILED',
		description: 'A check before the call failed, e.g. location, camera or microphone',
	},
	{
		name: 'Call Queued',
		value: 'VKYC_USER_CALL_QUEUED',
		description: 'The user joined and is waiting for an agent',
	},
	{
		name: 'Call Started',
		value: 'VKYC_USER_CALL_STARTED',
		description: 'The video call with an agent started',
	},
	{
		name: 'User Dropped Off From Call',
		value: 'VKYC_USER_DROPOFF_FROM_CALL',
		description: 'The user left the video call before its end',
	},
	{
		name: 'Call Completed',
		value: 'VKYC_USER_CALL_COMPLETED',
		description: 'The video call with the agent ended',
	},
	{
		name: 'Auditor Review Completed',
		value: 'VKYC_AUDITOR_REVIEW_COMPLETED',
		description: 'An auditor approved or rejected the verification',
	},
	{
		name: 'Verification Finished',
		value: verificationFinished,
		action: 'On verification finished',
		description:
			'Whichever event ends a verification, once for each outcome: reviewed, approved, rejected, expired or failed',
	},
	{
		name: 'Any Other Video KYC Event',
		value: otherEvents,
		action: 'On any other Video KYC event',
		description: 'Events of Video KYC that are not in this list, such as those Cashfree adds later',
	},
	{
		name: 'Other Secure ID Event',
		value: otherProducts,
		action: 'On an event of another Secure ID product',
		description:
			'Events of the other Secure ID products of your account, which arrive at the same URL',
	},
];

export const allEvents = eventOptions.map(({ value }) => String(value));

/** Each event of Video KYC by its own choice. */
export const defaultEvents = allEvents.filter(
	(event) => event !== verificationFinished && event !== otherProducts,
);
