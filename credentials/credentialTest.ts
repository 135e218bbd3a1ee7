import { randomUUID } from 'node:crypto';
import { UserError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IDataObject,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { baseUrl } from './environment';
import { secretsOf } from './secrets';
import { sign } from './sign';
import { judge, testId } from './testAnswer';
import type { TestAnswer } from './testAnswer';

const refused = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

function unreachable(address: string, code: string | undefined): INodeCredentialTestResult {
	return refused(
		`Cashfree could not be reached at ${address}${code ? ` (${code})` : ''}. Check the 'Environment', and that this n8n, or the proxy that it uses, may open connections to that address`,
	);
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
	let headers: IDataObject;
	try {
		address = baseUrl(keys);
		const unsigned = { 'x-request-id': randomUUID() };
		headers = sign(keys, { url: `${address}/vkyc`, headers: unsigned }).headers ?? {};
	} catch (reason) {
		// other words than this package's own may quote a key
		if (reason instanceof UserError) return refused(reason.message);
		return refused('The keys could not be read. Copy each of them again');
	}
	// n8n offers a credential test no other helper than this one
	const { helpers } = this;
	try {
		const answer: TestAnswer = await helpers.request({
			uri: `${address}/vkyc`,
			headers,
			qs: { verification_id: testId },
			json: true,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: 15_000,
		});
		const signature = String(headers['x-cf-signature'] ?? '');
		return judge(answer, address, [...secretsOf(keys), signature]);
	} catch (reason) {
		const { cause, code } = reason as { cause?: { code?: string }; code?: string };
		return unreachable(address, cause?.code ?? code);
	}
}
