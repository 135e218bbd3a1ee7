import { answers } from '../answers';
import type { Answer } from '../answers';
import type { Operation } from '../request';
import type { Settings } from '../settings';
import type { Verification } from '../records';

/** @returns the body of the page's 200 example of `POST /vkyc` */
function initiated(verification: Verification, settings: Settings): object {
	const { aadhaar_details: aadhaar } = verification;
	return {
		...identity(verification, settings),
		aadhaar_details: aadhaar && withAddress(aadhaar, settings.responseAddress),
		security_questions: verification.security_questions,
		auditor_remarks: verification.auditor_remarks,
		agent_remarks: verification.agent_remarks,
	};
}

function identity(verification: Verification, settings: Settings) {
	const reference = verification.user_reference_id;
	return {
		verification_id: verification.verification_id,
		reference_id: verification.reference_id,
		user_reference_id: settings.userReferenceIdAs === 'string' ? String(reference) : reference,
		status: verification.status,
		sub_status: verification.sub_status,
		vkyc_link: verification.vkyc_link,
		user_id: verification.user_id,
		link_expiry: verification.link_expiry,
	};
}

/** @param name the schema says `split_address`, the example `address_details` */
function withAddress(
	{ split_address, address_details, ...rest }: Record<string, unknown>,
	name: string,
) {
	return { ...rest, [name]: split_address ?? address_details };
}

function templateRefusal(
	{
		user_template: user,
		agent_template: agent,
	}: { user_template?: string; agent_template?: string },
	settings: Settings,
): Answer | undefined {
	const { templates, templatesRequired } = settings;
	if (templatesRequired && user === undefined) return answers.user_template_value_missing;
	if (templatesRequired && agent === undefined) return answers.agent_template_value_missing;
	if (!templates) return undefined;
	if (user !== undefined && !templates.user.includes(user)) {
		return answers.user_template_value_invalid;
	}
	return agent !== undefined && !templates.agent.includes(agent)
		? answers.agent_template_value_invalid
		: undefined;
}

/** `POST /vkyc`: https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc */
export const initiate: Operation = ({ body }, { state, settings, webhooks }) => {
	const existing = state.verifications.get(body.verification_id);
	if (existing) {
		return settings.duplicateVerification === 'existing'
			? initiated(existing, settings)
			: answers.verification_id_already_exists;
	}
	const user = state.findUser(body);
	if (!user) {
		return body.user_reference_id === undefined
			? answers.user_id_not_found
			: answers.user_reference_id_not_found;
	}
	const refused = templateRefusal(body, settings);
	if (refused) return refused;
	if (settings.balance !== null && settings.balance-- <= 0) {
		settings.balance = 0;
		return answers.insufficient_balance;
	}
	const verification = state.addVerification(user, body, settings.largeIds);
	webhooks.announce(verification);
	return initiated(verification, settings);
};

/** `GET /vkyc`: https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/get-vkyc-status */
export const status: Operation = ({ query }, { state, settings, recordings }) => {
	const { verification_id: id, reference_id: reference } = query;
	if (!id && !reference) return answers.verification_lookup_id_missing;
	if (!id && !/^\d+$/.test(String(reference))) return answers.reference_id_value_invalid;
	const verification = id
		? state.verifications.get(id)
		: state.verificationByReference(String(reference));
	if (!verification) {
		return id ? answers.verification_id_not_found : answers.reference_id_not_found;
	}
	return {
		...identity(verification, settings),
		recording_link: recordings.linkOf(verification),
		meeting_schedule: verification.meeting_schedule,
		auditor_remarks: verification.auditor_remarks,
		agent_remarks: verification.agent_remarks,
	};
};
