/** What has become of a verification; see docs/outcomes.md. */
export type Outcome =
	| 'pending'
	| 'reviewed'
	| 'approved'
	| 'rejected'
	| 'expired'
	| 'failed'
	| 'unknown';

interface DocumentedStatus {
	status: string;
	/** What each pair of this status and a sub-status below says of the outcome */
	outcome: Outcome;
	/** Sub-statuses, and what they mean and what to do, in this project's words */
	subStatuses: Readonly<Record<string, string>>;
}

/**
 * The pairs of words that Cashfree documents for Video KYC, as far as its page could be read: up to
 * the scheduled call. It has nothing that is a hint only, such as words of a sibling product.
 *
 * `REJECTED` is no auditor's decision there: the account had no money left, and nobody has looked at
 * the person.
 * @see https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/vkyc-descriptions
 */
export const documentedStatuses: readonly DocumentedStatus[] = [
	{
		status: 'RECEIVED',
		outcome: 'pending',
		subStatuses: { LINK_GENERATED: 'The link is ready. The user has not opened it yet.' },
	},
	{
		status: 'PRE_VIDEO_CALL',
		outcome: 'pending',
		subStatuses: {
			AADHAAR_VERIFICATION_SUCCESS: 'Aadhaar is verified. The checks come next.',
			AADHAAR_VERIFICATION_FAILED: 'Aadhaar could not be verified. The user can try again.',
			AADHAAR_VERIFICATION_EXPIRED: 'The Aadhaar step took too long. The user starts it again.',
			USER_IP_VERIFICATION_SUCCESSFUL: "The user's network passed the check.",
			USER_PROXY_DETECTED: 'The user is connected through a proxy or VPN and must switch it off.',
			TECHNICAL_FAILURE: 'A technical error occurred. Try again later, then ask Cashfree.',
			USER_LOCATION_VERIFICATION_SUCCESS: 'The user is in India. The device checks come next.',
			USER_LOCATION_OUTSIDE_INDIA: 'The user is outside India and must try again from India.',
			USER_AUDIO_CHECK_FAILED: 'The microphone could not be used. The user must allow it.',
			USER_VIDEO_CHECK_FAILED: 'The camera could not be used. The user must allow it.',
			USER_LOCATION_PERMISSION_DISABLED: 'The user must share the location.',
			USER_DEVICE_CHECK_SUCCESS: 'Camera and microphone work. The user joins the queue next.',
			USER_QUEUED: 'The user is waiting for an agent.',
			SCHEDULED_USER_QUEUED: 'The user is waiting for the agent of the scheduled call.',
			NO_AGENT_FOUND: 'No agent was available. The user can try later or schedule a call.',
			AGENT_ASSIGNED_TO_USER: 'An agent takes the call.',
			USER_MEETING_SCHEDULED: 'The call is scheduled; remind the user in time.',
		},
	},
	{
		status: 'REJECTED',
		outcome: 'failed',
		subStatuses: {
			INSUFFICIENT_BALANCE:
				'The Cashfree account had no balance left. Add funds and initiate again.',
		},
	},
];

/**
 * What each documented event says of the outcome, whatever the status next to it.
 * @see https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/webhook
 */
export const documentedEvents: Readonly<Record<string, Outcome>> = {
	VKYC_USER_LINK_GENERATED: 'pending',
	VKYC_USER_AADHAAR_VERIFIED: 'pending',
	VKYC_USER_CALL_SCHEDULED: 'pending',
	VKYC_USER_PRECHECK_FAILED: 'pending',
	VKYC_USER_CALL_QUEUED: 'pending',
	VKYC_USER_CALL_STARTED: 'pending',
	VKYC_USER_DROPOFF_FROM_CALL: 'pending',
	VKYC_USER_CALL_COMPLETED: 'pending',
	VKYC_USER_LINK_EXPIRED: 'expired',
	VKYC_AUDITOR_REVIEW_COMPLETED: 'reviewed',
};
