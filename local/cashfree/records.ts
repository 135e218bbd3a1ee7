export interface User {
	user_reference_id: number;
	user_id: string;
	phone: string;
	email: string | null;
	name: string | null;
	address: string | null;
}

export interface Verification {
	verification_id: string;
	reference_id: number | bigint;
	user_reference_id: number;
	user_id: string;
	status: string;
	sub_status: string;
	vkyc_link: string;
	link_expiry: string;
	/** Whether there is a recording, whose link is made anew for each answer. */
	recorded: boolean;
	/** Bytes; null: as the settings say. */
	recording_size: number | null;
	/** In place of the link that would be made. */
	recording_link: string | null;
	meeting_schedule: string | null;
	auditor_remarks: string | null;
	agent_remarks: string | null;
	aadhaar_details: Record<string, unknown> | undefined;
	security_questions: object[] | undefined;
}

export interface Notification {
	verification_id: string;
	channel: string;
}
