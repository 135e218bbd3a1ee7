import type { Answer } from './attempt';

/** What an answer of Cashfree's means for the builder of a workflow. */
export interface Advice {
	/** What happened */
	message: string;
	/** What to do next */
	description: string;
}

const secureIdKeys = 'in the Cashfree dashboard under Developers > API Keys, on the Secure ID card';
const twoFactor = 'Developers > Two-Factor Authentication, on the Secure ID card';

/** By the code in Cashfree's answer. https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc */
const byCode: Record<string, Advice> = {
	verification_id_missing: {
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
		description: "Use an ID of its own for each verification in 'Verification ID'.",
	},
	verification_id_not_found: {
		message: 'Cashfree knows no verification with this verification ID',
		description:
			"Check 'Verification ID', and that the credential has the environment in which the verification was made.",
	},
	reference_id_not_found: {
		message: 'Cashfree knows no verification with this reference ID',
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
		message: 'Cashfree knows no user with this user ID',
		description:
			"Create the user before this step, or check 'User ID' and the environment of the credential.",
	},
	user_reference_id_not_found: {
		message: 'Cashfree knows no user with this user reference ID',
		description:
			"Create the user before this step, or check 'User Reference ID' and the environment of the credential.",
	},
	user_id_already_exists: {
		message: 'A user with this user ID exists already',
		description: "Use the operation 'Create or Get', or another 'User ID'.",
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
	'x-client-secret_value_invalid': {
		message: 'The keys in the credential belong to the other environment',
		description: `Change 'Environment' in the credential, or copy the keys of this environment, which stand ${secureIdKeys}.`,
	},
	ip_validation_failed: {
		message: 'The IP address of this n8n is not whitelisted at Cashfree',
		description: `Whitelist it in the Cashfree dashboard under ${twoFactor}, or change the two-factor method to Public Key there and in the credential.`,
	},
	insufficient_balance: {
		message: 'The balance of your Cashfree account is used up',
		description: 'Add funds in the Cashfree dashboard, then run this item again.',
	},
};

const rateLimit: Advice = {
	message: 'Cashfree received more requests than your account may send in this time',
	description:
		"Wait a minute and run this item again. Lower 'Items at Once', or ask Cashfree for a higher limit.",
};

/** By HTTP status, where the code says no more. */
const byStatus: Record<number, Advice> = {
	401: {
		message: 'Cashfree does not know this pair of client ID and client secret',
		description: `Check both in the credential. They must be keys of Secure ID, ${secureIdKeys}.`,
	},
	403: {
		message: 'Cashfree did not allow this request',
		description:
			'Check in the Cashfree dashboard that Video KYC is switched on for your account and these keys.',
	},
	404: {
		message: 'Cashfree knows nothing under this ID',
		description: 'Check the IDs of this item, and the environment of the credential.',
	},
	409: {
		message: 'Something with this ID exists already at Cashfree',
		description: 'Use another ID, or fetch what exists.',
	},
	422: {
		message: 'Cashfree cannot process this request',
		description: 'Read what Cashfree answered, and check the balance of your account.',
	},
	429: rateLimit,
};

const anyStatus: Advice = {
	message: 'Cashfree did not accept this request',
	description: 'Read what Cashfree answered, and check the fields of this item.',
};

const signatureMissing: Advice = {
	message: 'Cashfree wants signed requests for these keys',
	description:
		"Set 'Two-Factor Method' to Public Key in the credential and paste the public key of the Cashfree dashboard.",
};

const signatureRefused: Advice = {
	message: 'Cashfree did not accept the signature of this request',
	description:
		"Paste the newest public key of the Cashfree dashboard into the credential, and check that the clock of n8n's server is right: a signature is valid for five minutes.",
};

const redirected: Advice = {
	message: 'The server answered with a redirect, which is not followed',
	description:
		"A redirect would carry your keys elsewhere. Check 'Base URL' in the credential, and any proxy in between.",
};

const cashfreeIp = /current ip is ([0-9a-f.:]*[0-9a-f])/i;

/** The advice for an answer that is no success. */
export function adviceFor({ status, body }: Pick<Answer, 'status' | 'body'>): Advice {
	const words = String(body.message ?? '');
	if (status >= 300 && status < 400) return redirected;
	if (status === 403 && /signature/i.test(words)) {
		return /missing/i.test(words) ? signatureMissing : signatureRefused;
	}
	const ip = cashfreeIp.exec(words)?.[1];
	const known = byCode[String(body.code)];
	if (known && ip) return { ...known, message: `${known.message}: ${ip}` };
	if (/not enabled/i.test(words)) {
		const message = 'Video KYC is not switched on for your Cashfree account';
		return { message, description: 'Ask Cashfree to enable it for this environment.' };
	}
	return known ?? byStatus[status] ?? anyStatus;
}
