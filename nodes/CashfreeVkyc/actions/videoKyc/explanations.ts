import type { IDataObject } from 'n8n-workflow';

/**
 * What the documented sub-statuses mean and what to do, in this project's words. The documentation
 * that could be read goes no further; a sub-status that is not here has no explanation.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/vkyc-descriptions
 */
const explanations: Record<string, string> = {
	INSUFFICIENT_BALANCE: 'The Cashfree account had no balance left. Add funds and initiate again.',
	LINK_GENERATED: 'The link exists and waits for the user to open it.',
	AADHAAR_VERIFICATION_SUCCESS: 'Aadhaar is verified; the user goes on to the checks.',
	AADHAAR_VERIFICATION_FAILED: 'Aadhaar could not be verified. The user can try again.',
	AADHAAR_VERIFICATION_EXPIRED: 'The Aadhaar step took too long. The user starts it again.',
	USER_IP_VERIFICATION_SUCCESSFUL: "The user's network passed the check.",
	USER_PROXY_DETECTED: 'The user comes through a proxy or VPN and has to switch it off.',
	TECHNICAL_FAILURE: 'Something broke on the way. Try later, then ask Cashfree.',
	USER_LOCATION_VERIFICATION_SUCCESS: 'The user is in India; the device checks follow.',
	USER_LOCATION_OUTSIDE_INDIA: 'The user is outside India and has to try again from within.',
	USER_AUDIO_CHECK_FAILED: 'The microphone could not be used. The user has to allow it.',
	USER_VIDEO_CHECK_FAILED: 'The camera could not be used. The user has to allow it.',
	USER_LOCATION_PERMISSION_DISABLED: 'The user has to share the location.',
	USER_DEVICE_CHECK_SUCCESS: 'Camera and microphone work; the user goes to the queue.',
	USER_QUEUED: 'The user waits for an agent.',
	SCHEDULED_USER_QUEUED: 'The user waits for the agent of the scheduled call.',
	NO_AGENT_FOUND: 'No agent was free. The user tries later or schedules a call.',
	AGENT_ASSIGNED_TO_USER: 'An agent takes the call.',
	USER_MEETING_SCHEDULED: 'The call is scheduled; remind the user in time.',
};

/** Puts the field `explanation` beside an answer whose sub-status is known. */
export function explain(answer: IDataObject): IDataObject {
	const subStatus = String(answer.sub_status);
	if (!Object.hasOwn(explanations, subStatus)) return answer;
	return { ...answer, explanation: explanations[subStatus] };
}
