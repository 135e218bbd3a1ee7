/** Initiate and Get Status answer with the same fields, up to what each leaves out. */
export const simplified = [
	'verification_id',
	'status',
	'sub_status',
	'vkyc_link',
	'link_expiry',
	'user_id',
	'reference_id',
	'user_reference_id',
	'meeting_schedule',
	'recording_link',
];
