import { UserError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IDataObject,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { redactor } from '../nodes/shared/redact';
import { callerIp } from './callerIp';
import { baseUrl } from './environment';
import { sign } from './sign';

interface Answer {
	statusCode: number;
	body: unknown;
}

const refused = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

function unreachable(address: string, code: string | undefined): INodeCredentialTestResult {
	return refused(
		`Cashfree could not be reached at ${address}${code ? ` (${code})` : ''}. Check the 'Environment', and that this n8n may open connections to that address`,
	);
}

/** What may not stand in the result, whatever Cashfree answers. */
const keysIn = (keys: ICredentialDataDecryptedObject) =>
	[keys.clientId, keys.clientSecret, keys.earlierClientSecrets, keys.publicKey].map((key) =>
		String(key ?? ''),
	);

/**
 * What Cashfree's answer to a look-up of an unknown verification says about the keys. Any answer
 * about the verification itself means that the keys were accepted.
 */
function judge({ statusCode, body }: Answer, secrets: string[]): INodeCredentialTestResult {
	const answer = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
	const { code } = answer;
	const words = typeof answer.message === 'string' ? answer.message : '';

	if (typeof (statusCode === 200 ? answer.verification_id : code) !== 'string') {
		return refused(
			`The server at this address answered with HTTP ${statusCode}, but not as Cashfree does. Check the 'Environment' and its 'Base URL', and any proxy in between`,
		);
	}
	if (statusCode === 401) {
		return refused(
			"Cashfree does not know this pair of client ID and client secret. Check both, and that they are keys of Secure ID and of the chosen 'Environment'",
		);
	}
	if (/belongs to (test|prod)/i.test(words)) {
		return refused(
			"These keys belong to the other environment. Change the 'Environment', or use the keys of this one",
		);
	}
	if (code === 'ip_validation_failed') {
		const ip = callerIp(words);
		return refused(
			`The keys are right, but the IP address ${ip ?? 'of this n8n'} is not whitelisted. Whitelist ${ip ?? 'it'} in the Cashfree dashboard under Developers > Two-Factor Authentication, or change the 'Two-Factor Method' there and here to Public Key`,
		);
	}
	if (statusCode === 403 && /signature/i.test(words)) {
		return refused(
			/missing/i.test(words)
				? "Cashfree wants signed requests for these keys. Set the 'Two-Factor Method' to Public Key and paste the public key of the Cashfree dashboard"
				: "Cashfree does not accept the signature. Paste the newest public key of the Cashfree dashboard, and check that the clock of this n8n's server is right",
		);
	}
	if (/^x-client/.test(code as string) || statusCode === 403) {
		return refused(`Cashfree refused the keys: ${redactor(secrets)(words)}`);
	}
	if (statusCode === 429 || statusCode >= 500) {
		return refused(
			`Cashfree answered with HTTP ${statusCode} and could not check the keys. Wait a minute and try again`,
		);
	}
	return { status: 'OK', message: 'Connection successful!' };
}

/**
 * Tries a credential by looking up a verification that cannot exist, which costs nothing and sends
 * nothing to anyone.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/get-vkyc-status
 *
 * @returns `OK`, or what is wrong with the credential and what to change
 */
export async function cashfreeSecureIdApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const keys: ICredentialDataDecryptedObject = credential.data ?? {};
	let address: string;
	let headers: IDataObject | undefined;
	try {
		address = baseUrl(keys);
		headers = sign(keys, { url: `${address}/vkyc` }).headers;
	} catch (reason) {
		// other words than this package's own may quote a key
		if (reason instanceof UserError) return refused(reason.message);
		return refused('The keys could not be read. Copy each of them again');
	}
	// n8n offers a credential test no other helper than this one
	const { helpers } = this;
	try {
		const answer: Answer = await helpers.request({
			uri: `${address}/vkyc`,
			headers,
			qs: { verification_id: 'credential-test' },
			json: true,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: 15_000,
		});
		return judge(answer, keysIn(keys));
	} catch (reason) {
		const { cause, code } = reason as { cause?: { code?: string }; code?: string };
		return unreachable(address, cause?.code ?? code);
	}
}
