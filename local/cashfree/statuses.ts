/**
 * PLACEHOLDERS. The pages that were readable end before the video call, so these pairs are invented:
 * they stand here and nowhere else, and nothing may be decided by them. How the API spells an
 * auditor's decision is not known either, so both decisions look alike unless the setting
 * `decisionWords` tells them apart.
 */
export const placeholders = {
	callStarted: { status: 'VIDEO_CALL', sub_status: 'USER_CALL_STARTED' },
	callDropped: { status: 'VIDEO_CALL', sub_status: 'USER_DROPPED_OFF' },
	callCompleted: { status: 'POST_VIDEO_CALL', sub_status: 'USER_CALL_COMPLETED' },
	auditorReviewed: { status: 'COMPLETED', sub_status: 'AUDITOR_REVIEW_COMPLETED' },
	failed: { status: 'FAILED', sub_status: 'VERIFICATION_FAILED' },
};

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
	[placeholders.auditorReviewed.sub_status]: 'VKYC_AUDITOR_REVIEW_COMPLETED',
};
