import type { IDataObject } from 'n8n-workflow';
import { startAnsweringServer } from '../support/answeringServer';
import { hasten } from '../support/hasten';
import { byPhone, byUserId, useCashfree } from '../support/vkyc';

hasten(20);
const { cashfree, run, operations, createUsers } = useCashfree();

type Answering = Parameters<typeof startAnsweringServer>[0];

const items = [{ id: 'kyc-1', user: 'lead-1', phone: '9988776655' }];
const made = {
	verification_id: 'kyc-1',
	user_id: 'lead-1',
	status: 'RECEIVED',
	vkyc_link: 'https://forms.example.com/own',
};
const others = { ...made, verification_id: 'kyc-2', vkyc_link: 'https://forms.example.com/others' };
const otherUser = { user_id: 'lead-2', user_reference_id: 7, phone: '8877665544' };
const refusal = { type: 'internal_error', code: 'verification_failed', message: 'went wrong' };

/** Runs the node against a server in Cashfree's place, with On Error set to Continue. */
async function runAgainst(answer: Answering, parameters: IDataObject, given = items) {
	const server = await startAnsweringServer(answer);
	const onError = 'continueRegularOutput';
	const credential = { baseUrl: server.url };
	const { json } = await run(parameters, { items: given, onError, credential });
	await server.close();
	return { json, error: json[0]?.error as IDataObject, requests: server.requests };
}

const user = { resource: 'user', newUserId: 'lead-1', userId: 'lead-1', phone: '9988776655' };
const vkyc = { resource: 'videoKyc', verificationId: 'kyc-1', identifierValue: 'lead-1' };

const asked: Array<[string, IDataObject]> = [
	['Initiate', byUserId],
	['Initiate by phone number', byPhone],
	['Get Status', { ...vkyc, operation: 'getStatus' }],
	['Create SDK Token', { ...vkyc, operation: 'createSdkToken', appId: 'a', referenceId: '7' }],
	['Create', { ...user, operation: 'create' }],
	['Create, without a user ID', { ...user, operation: 'create', newUserId: '' }],
	['Create or Get', { ...user, operation: 'createOrGet' }],
	['Get', { ...user, operation: 'get' }],
	['Update', { ...user, operation: 'update', userDetails: { name: 'Asha Rao' } }],
];

describe.each(asked)('%s', (_, parameters) => {
	it.each<[string, IDataObject]>([
		['an empty object', {}],
		['the state of a gateway', { status: 'UP' }],
		['a refusal', refusal],
		["another one's data", { ...others, ...otherUser, user_reference_id: null, access_token: '' }],
	])('does not take %s under HTTP 200 for a success', async (_kind, body) => {
		const { error, requests, json } = await runAgainst(() => ({ body }), parameters);
		expect(error).toMatchObject({ outcome: 'unknown', http_status: 200 });
		expect(error.message).toMatch(/^Cashfree answered with HTTP 200, but not with (this|a) /);
		expect(JSON.stringify(json)).not.toMatch(/others|8877665544/);
		// a user step that made no user is the last step
		if (parameters === byPhone) expect(requests).not.toContain('POST /vkyc');
	});
});

describe('POST /vkyc, answered with something else', () => {
	it('is looked up, and sent again where Cashfree has nothing', async () => {
		await createUsers('lead-1');
		cashfree.answerNext({ status: 200, type: '', code: '', message: '' }, { on: 'POST /vkyc' });
		const { json } = await run(byUserId, { items });
		expect(json).toMatchObject([{ verification_id: 'kyc-1', status: 'RECEIVED' }]);
		expect(operations()).toEqual(['POST /vkyc', 'GET /vkyc', 'GET /vkyc', 'POST /vkyc']);
		expect(cashfree.notifications).toHaveLength(2);
	});

	it('is looked up, and taken as it is then, be it without a link', async () => {
		const found = { ...made, status: 'REJECTED', vkyc_link: null };
		const { json, requests } = await runAgainst(
			(operation) => ({ body: operation === 'GET /vkyc' ? found : {} }),
			byUserId,
		);
		expect(json).toEqual([{ ...found, created: null, outcome: 'unknown' }]);
		expect(requests).toEqual(['POST /vkyc', 'GET /vkyc']);
	});

	it('stays unknown where the look-up speaks of another verification', async () => {
		const { json, error } = await runAgainst(
			(operation) => ({ body: operation === 'GET /vkyc' ? others : {} }),
			byUserId,
		);
		expect(error).toMatchObject({ outcome: 'unknown' });
		expect(JSON.stringify(json)).not.toContain('others');
	});

	it.each(['user_id_not_found', 'reference_id_not_found', 'Resource not found'])(
		'is not sent again where the look-up says %s',
		async (code) => {
			const body = { type: 'validation_error', code, message: 'does not exist' };
			const { error, requests } = await runAgainst(
				(operation) => (operation === 'GET /vkyc' ? { status: 404, body } : {}),
				byUserId,
			);
			expect(error).toMatchObject({ outcome: 'unknown' });
			expect(requests).toEqual(['POST /vkyc', 'GET /vkyc']);
		},
	);

	it.each(['user_id_already_exists', 'email_already_exists', 'request_in_progress'])(
		'is not looked up where it is refused with %s',
		async (code) => {
			const body = { type: 'validation_error', code, message: 'no' };
			const { error, requests } = await runAgainst(() => ({ status: 409, body }), byUserId);
			expect(error).toMatchObject({ code, outcome: 'answered' });
			expect(requests).toEqual(['POST /vkyc']);
		},
	);
});

describe("another user's answer to the request itself", () => {
	it('to POST /vkyc is not handed on, and says that something may have been sent, and what to look up', async () => {
		const body = { ...made, user_id: 'lead-2' };
		const { json, error } = await runAgainst(() => ({ body }), byUserId);
		expect(error).toMatchObject({
			code: 'belongs_to_another_user',
			outcome: 'unknown',
			description: expect.stringMatching(/may have sent a message .*'Get Status' with this/),
		});
		expect(JSON.stringify(json)).not.toContain(made.vkyc_link);
	});

	it.each([
		['lead-1', /whether Cashfree created this user\. .*'Get' of the resource 'User'/],
		['', /whether Cashfree created this user\. .*in the Cashfree dashboard/],
	])('to POST /user with the user ID "%s" ends the item, and says so', async (id, words) => {
		const body = { ...otherUser, user_id: id || 'cf_user_1' };
		const parameters = { ...user, operation: 'create', newUserId: id };
		const { json, error } = await runAgainst(() => ({ body }), parameters);
		expect(error).toMatchObject({
			code: 'belongs_to_another_user',
			outcome: 'unknown',
			message: expect.stringMatching(/another phone number/),
			description: expect.stringMatching(words),
		});
		expect(JSON.stringify(json)).not.toMatch(/8877665544|undefined/);
	});
});

it('an update that was taken, but not answered, is unknown, though nobody listens after it', async () => {
	const parameters = { ...user, operation: 'update', userDetails: { name: 'Asha Rao' } };
	const { error, requests } = await runAgainst(() => undefined, parameters);
	expect(error).toMatchObject({
		outcome: 'unknown',
		message: 'The connection to Cashfree was lost before its response arrived [item 0]',
		description: expect.stringMatching(/^It is not known whether .* Run this item again/),
	});
	expect(requests).toEqual(['PATCH /user']);
});
