import type { IDataObject } from 'n8n-workflow';

/**
 * What the documented sub-statuses mean and what to do, in this project's words. The documentation
 * that could be read goes no further; a sub-status that is not here has no explanation.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/vkyc-descriptions
 */
const explanations: Record<string, string> = {
	INSUFFICIENT_BALANCE: 'The Cashfree account had no balance left. Add funds and initiate again.',
	LINK_GENERATED: 'The link is ready. The user has not opened it yet.',
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
};

/** Puts the field `explanation` beside an answer whose sub-status is known. */
export function explain(answer: IDataObject): IDataObject {
	const subStatus = String(answer.sub_status);
	if (!Object.hasOwn(explanations, subStatus)) return answer;
	return { ...answer, explanation: explanations[subStatus] };
}
