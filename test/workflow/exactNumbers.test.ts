import type { IDataObject } from 'n8n-workflow';
import { startServer } from '../support/httpServer';
import { aadhaar, byPhone, byReference, byUserId, useCashfree } from '../support/vkyc';

const { run } = useCashfree();

const long = '9223372036854775807';
const named = '={{ $json.reference }}';
const sdkToken = {
	resource: 'videoKyc',
	operation: 'createSdkToken',
	appId: 'app-1',
	referenceId: named,
	identifierValue: named,
};
const user = { resource: 'user', identifyUserBy: 'userReferenceId' };
const status = { resource: 'videoKyc', operation: 'getStatus' };

/** What reaches a server byte by byte, which refuses each request; and what the item came to. */
async function sentFor(parameters: IDataObject, item: IDataObject) {
	const sent: string[] = [];
	const server = await startServer((request, response) => {
		let body = '';
		request.on('data', (part) => (body += part));
		request.on('end', () => {
			sent.push(`${request.method} ${request.url} ${body}`);
			response.writeHead(400, { 'content-type': 'application/json' });
			response.end('{"type":"validation_error","code":"refused","message":"Refused"}');
		});
	});
	const { error } = await run(parameters, { items: [item], credential: { baseUrl: server.url } });
	await server.close();
	return { sent: sent.join('\n'), message: error?.message };
}

describe('a number with more digits than JavaScript keeps', () => {
	it.each([
		['a verification', { ...byReference }, `"user_reference_id":${long},`],
		[
			'an update',
			{ ...user, operation: 'update', userDetails: { name: 'Asha' } },
			`{"user_reference_id":${long},`,
		],
		['a look-up of a user', { ...user, operation: 'get' }, `?user_reference_id=${long} `],
		[
			'a look-up of a verification',
			{ ...status, identifyVerificationBy: 'referenceId' },
			`?reference_id=${long} `,
		],
		['a token', sdkToken, `{"vkyc_request_id":"${long}"}`],
	])('goes out with each digit in %s', async (_name, parameters, expected) => {
		const all = { ...parameters, userReferenceId: named, referenceId: named };
		const { sent } = await sentFor(all, { id: 'kyc-1', reference: long });
		expect(sent).toContain(expected);
	});

	it('goes out with each digit in the JSON of a field', async () => {
		const json = `{ "branch": { "codes": [${long}, 1.50] }, "text": "${long}\\u2028" }`;
		const options = { additionalBodyFields: json };
		const aadhaarJson = JSON.stringify({ ...aadhaar, serial: 1 }).replace(
			'"serial":1',
			`"serial":${long}`,
		);
		const parameters = { ...byUserId, aadhaarDetails: 'json', aadhaarJson, options };
		const { sent } = await sentFor(parameters, { id: 'kyc-1', user: 'lead-1' });
		expect(sent).toContain(`"branch":{"codes":[${long},1.5]},"text":"${long}\u2028"`);
		expect(sent).toContain(`"serial":${long}`);
	});

	const number = Number(long);
	it.each([
		['Verification ID', { ...byUserId, verificationId: named }],
		['User ID', { ...byUserId, userId: named }],
		['User ID', { ...byPhone, newUserId: named }],
		['Phone Number', { ...byPhone, phone: named }],
		['User Reference ID', byReference],
		['Reference ID', { ...status, identifyVerificationBy: 'referenceId', referenceId: named }],
		['Reference ID', sdkToken],
		['Identifier Value', { ...sdkToken, referenceId: '1' }],
		['User Template', { ...byUserId, userTemplate: named }],
		[
			'Additional Body Fields',
			{ ...byUserId, options: { additionalBodyFields: '={{ ({ a: [$json.reference] }) }}' } },
		],
		[
			'Aadhaar Details (JSON)',
			{
				...byUserId,
				aadhaarDetails: 'json',
				aadhaarJson: '={{ ({ ...$json.aadhaar, serial: $json.reference }) }}',
			},
		],
		[
			'Aadhaar Details (JSON): pincode',
			{
				...byUserId,
				aadhaarDetails: 'json',
				aadhaarJson:
					'={{ ({ ...$json.aadhaar, split_address: { ...$json.aadhaar.split_address, pincode: $json.reference } }) }}',
			},
		],
	])('is refused in %s where it was rounded', async (label, parameters) => {
		const item = { id: 'kyc-1', user: 'lead-1', phone: '9988776655', aadhaar, reference: number };
		const { sent, message } = await sentFor(parameters as IDataObject, item);
		expect(message).toBe(`'${label}' was rounded before it reached this node [item 0]`);
		expect(sent).toBe('');
	});
});

it('a body goes out as JSON text, whatever letters it contains', async () => {
	const userDetails = { name: 'आशा "Rao" \\ 👍', address: 'Line 1\nLine\u20282' };
	const { sent } = await sentFor({ ...byPhone, userDetails }, { id: 'kyc-1', phone: '9988776655' });
	const body = JSON.stringify({ phone: '9988776655', user_id: 'kyc-1', ...userDetails });
	expect(sent).toBe(`POST /user ${body}`);
});
