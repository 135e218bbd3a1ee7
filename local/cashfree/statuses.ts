export interface Step {
	status: string;
	sub_status: string;
	event?: string;
	recorded?: boolean;
	recording_link?: string | null;
	meeting_schedule?: string | null;
	auditor_remarks?: string | null;
	agent_remarks?: string | null;
}

/**
 * PLACEHOLDERS. The pages that were readable end before the video call, so these five pairs are
 * invented: they stand here and nowhere else, and nothing may be decided by them.
 */
export const placeholders = {
	callStarted: { status: 'VIDEO_CALL', sub_status: 'USER_CALL_STARTED' },
	callDropped: { status: 'VIDEO_CALL', sub_status: 'USER_DROPPED_OFF' },
	callCompleted: { status: 'POST_VIDEO_CALL', sub_status: 'USER_CALL_COMPLETED' },
	auditorApproved: { status: 'COMPLETED', sub_status: 'AUDITOR_APPROVED' },
	auditorRejected: { status: 'COMPLETED', sub_status: 'AUDITOR_REJECTED' },
};

const before = 'PRE_VIDEO_CALL';

export const linkGenerated: Step = {
	status: 'RECEIVED',
	sub_status: 'LINK_GENERATED',
	event: 'VKYC_USER_LINK_GENERATED',
};

/** The walk of `advance()`, from a generated link to the auditor's review. */
export const script: Step[] = [
	linkGenerated,
	{ status: before, sub_status: 'AADHAAR_VERIFICATION_SUCCESS' },
	{ status: before, sub_status: 'USER_DEVICE_CHECK_SUCCESS' },
	{ status: before, sub_status: 'USER_QUEUED' },
	{ status: before, sub_status: 'AGENT_ASSIGNED_TO_USER' },
	placeholders.callStarted,
	{
		...placeholders.callCompleted,
		recorded: true,
		agent_remarks: 'All documents were shown in the call',
	},
	{ ...placeholders.auditorApproved, auditor_remarks: 'Verification completed successfully' },
];

/** Which of the ten documented events a sub-status sends; the others send none. */
export const eventOf: Record<string, string> = {
	LINK_GENERATED: 'VKYC_USER_LINK_GENERATED',
	VKYC_EXPIRED: 'VKYC_USER_LINK_EXPIRED',
	AADHAAR_VERIFICATION_SUCCESS: 'VKYC_USER_AADHAAR_VERIFIED',
	USER_MEETING_SCHEDULED: 'VKYC_USER_CALL_SCHEDULED',
	USER_PROXY_DETECTED: 'VKYC_USER_PRECHECK_FAILED',
	USER_LOCATION_OUTSIDE_INDIA: 'VKYC_USER_PRECHECK_FAILED',
	USER_AUDIO_CHECK_FAILED: 'VKYC_USER_PRECHECK_FAILED',
	USER_VIDEO_CHECK_FAILED: 'VKYC_USER_PRECHECK_FAILED',
	USER_LOCATION_PERMISSION_DISABLED: 'VKYC_USER_PRECHECK_FAILED',
	USER_QUEUED: 'VKYC_USER_CALL_QUEUED',
	SCHEDULED_USER_QUEUED: 'VKYC_USER_CALL_QUEUED',
	[placeholders.callStarted.sub_status]: 'VKYC_USER_CALL_STARTED',
	[placeholders.callDropped.sub_status]: 'VKYC_USER_DROPOFF_FROM_CALL',
	[placeholders.callCompleted.sub_status]: 'VKYC_USER_CALL_COMPLETED',
	[placeholders.auditorApproved.sub_status]: 'VKYC_AUDITOR_REVIEW_COMPLETED',
	[placeholders.auditorRejected.sub_status]: 'VKYC_AUDITOR_REVIEW_COMPLETED',
};
