import type { IDataObject } from 'n8n-workflow';
import { callerIp } from '../../../credentials/callerIp';
import { adviceByCode, secureIdKeys } from './adviceByCode';
import type { Advice } from './adviceByCode';
import { envelopeOf } from '../transport/envelope';

export const rateLimit: Advice = {
	message: 'Your Cashfree account reached its rate limit',
	description:
		"Wait a minute and run this item again. Lower 'Max Concurrent Items', or ask Cashfree for a higher limit.",
};

const unknownKeys: Advice = {
	message: 'Cashfree does not know this pair of client ID and client secret',
	description: `Check both in the credential. They must be keys of Secure ID for this environment, which you find ${secureIdKeys}.`,
};

/** By HTTP status, where the code says no more. */
const byStatus: Record<number, Advice> = {
	401: unknownKeys,
	403: {
		message: 'Cashfree did not allow this request',
		description:
			'Check in the Cashfree dashboard that Video KYC is switched on for your account and these keys.',
	},
	404: {
		message: 'Cashfree has nothing with this ID',
		description: 'Check the IDs of this item, and the environment of the credential.',
	},
	409: {
		message: 'Cashfree refused this request, as it conflicts with what exists there',
		description: 'Read the response from Cashfree. Use another ID, or fetch what exists.',
	},
	422: {
		message: 'Cashfree cannot process this request',
		description: 'Read the response from Cashfree, and check the balance of your account.',
	},
	429: rateLimit,
};

const anyStatus: Advice = {
	message: 'Cashfree did not accept this request',
	description: 'Read the response from Cashfree, and check the fields of this item.',
};

const signatureMissing: Advice = {
	message: 'Cashfree requires signed requests for these keys',
	description:
		"Set 'Two-Factor Method' to Public Key in the credential and paste the public key of the Cashfree dashboard.",
};

const signatureRefused: Advice = {
	message: 'Cashfree did not accept the signature of this request',
	description:
		"Paste the newest public key of the Cashfree dashboard into the credential, and check that the clock of n8n's server is right: a signature is valid for five minutes.",
};

const otherEnvironment: Advice = adviceByCode['x-client-secret_value_invalid'] ?? anyStatus;

const apiVersionRefused: Advice = {
	message: 'Cashfree does not accept the API version of the credential',
	description:
		"Set 'API Version' in the credential to 2024-12-01, unless Cashfree told you to use another version.",
};

const notEnabled: Advice = {
	message: 'Video KYC is not switched on for your Cashfree account',
	description: 'Ask Cashfree to enable it for this environment.',
};

const redirected: Advice = {
	message: 'The server answered with a redirect, which is not followed',
	description:
		"A redirect would carry your keys elsewhere. Check 'Base URL' in the credential, and any proxy in between.",
};

/** What a refusal is about, by its code and Cashfree's words. */
export const isAbout = {
	keys: (code: string) => /client[_ -]?(id|secret)/i.test(code),
	otherEnvironment: (words: string) => /belongs to (test|prod)/i.test(words),
	notEnabled: (words: string) => /not enabled/i.test(words),
	apiVersion: (code: string, words: string) => /x-api-version/.test(`${code} ${words}`),
};

/** The advice for an answer that is no success; the credential's test shows it, too. */
export function adviceFor({ status, body }: { status: number; body: IDataObject }): Advice {
	const { code, message: words } = envelopeOf(body);
	if (status >= 300 && status < 400) return redirected;
	if (status === 403 && /signature/i.test(words)) {
		return /missing/i.test(words) ? signatureMissing : signatureRefused;
	}
	const ip = callerIp(words);
	const known = Object.hasOwn(adviceByCode, code) ? adviceByCode[code] : undefined;
	if (known && ip) return { ...known, message: `${known.message}: ${ip}` };
	if (isAbout.notEnabled(words)) return notEnabled;
	if (known) return known;
	if (isAbout.keys(code)) return unknownKeys;
	if (isAbout.otherEnvironment(words)) return otherEnvironment;
	if (isAbout.apiVersion(code, words)) return apiVersionRefused;
	return byStatus[status] ?? anyStatus;
}
