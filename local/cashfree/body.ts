/** The fields of all operations; the contract has made sure of those of this one. */
export interface Body {
	verification_id: string;
	user_id?: string;
	user_reference_id?: number;
	phone: string;
	email?: string;
	name?: string;
	address?: string;
	user_template?: string;
	agent_template?: string;
	notification_types?: string[];
	aadhaar_details?: Record<string, unknown>;
	security_questions?: object[];
}

export interface Query {
	verification_id?: string;
	reference_id?: string;
	user_reference_id?: string;
	user_id?: string;
}
