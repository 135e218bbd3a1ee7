/** What an answer of Cashfree's means for the builder of a workflow. */
export interface Advice {
	/** What happened */
	message: string;
	/** What to do next */
	description: string;
}

/** The ways through Cashfree's dashboard that a message names. */
export const secureIdKeys =
	'in the Cashfree dashboard under Developers > API Keys, on the Secure ID card';
const twoFactor = 'Developers > Two-Factor Authentication, on the Secure ID card';
const phoneRule = "Check 'Phone Number', e.g. 9988776655.";

/**
 * What each code in Cashfree's answers means.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 */
export const adviceByCode: Record<string, Advice> = {
	verification_id_missing: {
		message: 'Cashfree received no verification ID',
		description: "Fill in 'Verification ID', or check the expression in it.",
	},
	verification_id_value_missing: {
		message: 'Cashfree received no verification ID',
		description: "Fill in 'Verification ID', or check the expression in it.",
	},
	verification_id_value_invalid: {
		message: 'Cashfree does not accept this verification ID',
		description:
			"Use letters, digits, period, hyphen and underscore in 'Verification ID', 50 at most.",
	},
	verification_id_length_exceeded: {
		message: 'The verification ID is too long',
		description: "Use at most 50 characters in 'Verification ID'.",
	},
	verification_id_already_exists: {
		message: 'A verification with this verification ID exists already',
		description:
			"To get the one that exists, set 'If Verification Exists' to 'Return It'. For another user, or a new link, use another 'Verification ID'.",
	},
	verification_id_not_found: {
		message: 'Cashfree has no verification with this verification ID',
		description:
			"Check 'Verification ID', and that the credential has the environment in which the verification was made.",
	},
	reference_id_not_found: {
		message: 'Cashfree has no verification with this reference ID',
		description:
			"Check 'Reference ID', and that the credential has the environment in which the verification was made.",
	},
	user_id_value_invalid: {
		message: 'Cashfree does not accept this user ID',
		description: "Use letters, digits, period, hyphen and underscore in 'User ID', 50 at most.",
	},
	user_id_number_missing: {
		message: 'Cashfree received no user ID',
		description: "Fill in 'User ID' or 'User Reference ID', or check the expression in it.",
	},
	user_id_not_found: {
		message: 'Cashfree has no user with this user ID',
		description:
			"Create the user before this step, or check 'User ID' and the environment of the credential.",
	},
	user_reference_id_not_found: {
		message: 'Cashfree has no user with this user reference ID',
		description:
			"Create the user before this step, or check 'User Reference ID' and the environment of the credential.",
	},
	user_id_already_exists: {
		message: 'A user with this user ID exists already',
		description:
			"For the same person with the same phone number, use the operation 'Create or Get'. For another person, or a new phone number, use another 'User ID'; a new phone number also requires another 'Verification ID'.",
	},
	phone_value_invalid: {
		message: 'Cashfree does not accept this phone number',
		description: phoneRule,
	},
	phone_length_short: {
		message: 'Cashfree does not accept this phone number',
		description: phoneRule,
	},
	phone_length_exceeded: {
		message: 'Cashfree does not accept this phone number',
		description: phoneRule,
	},
	user_template_value_invalid: {
		message: 'Your Cashfree account has no user template of this name',
		description: "Check 'User Template' against the names that Cashfree gave you.",
	},
	user_template_value_missing: {
		message: 'Cashfree received no user template',
		description: "Fill in 'User Template', e.g. vkyc_user_template_v1.",
	},
	agent_template_value_invalid: {
		message: 'Your Cashfree account has no agent template of this name',
		description: "Check 'Agent Template' against the names that Cashfree gave you.",
	},
	agent_template_value_missing: {
		message: 'Cashfree received no agent template',
		description: "Fill in 'Agent Template', e.g. vkyc_agent_template_v2.",
	},
	'x-client-id_missing': {
		message: 'Cashfree received no client ID',
		description: "Fill in 'Client ID' in the credential.",
	},
	'x-client-secret_missing': {
		message: 'Cashfree received no client secret',
		description: "Fill in 'Client Secret' in the credential.",
	},
	'x-api-version_missing': {
		message: 'Cashfree received no API version',
		description: "Fill in 'API Version' in the credential, e.g. 2024-12-01.",
	},
	'x-client-secret_value_invalid': {
		message: 'The keys in the credential belong to the other environment',
		description: `Change 'Environment' in the credential, or copy the keys of this environment, which you find ${secureIdKeys}.`,
	},
	ip_validation_failed: {
		message: 'The IP address of this n8n is not whitelisted at Cashfree',
		description: `Whitelist it in the Cashfree dashboard under ${twoFactor}, or change the two-factor method to Public Key there and in the credential.`,
	},
	insufficient_balance: {
		message: 'Your Cashfree account has no balance left',
		description: 'Add funds in the Cashfree dashboard, then run this item again.',
	},
};
