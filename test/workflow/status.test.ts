import { startRawServer } from '../support/rawServer';
import { byPhone, useCashfree } from '../support/vkyc';

const { cashfree, run, operations } = useCashfree();

const getStatus = { resource: 'videoKyc', operation: 'getStatus' };
const byVerificationId = { ...getStatus, verificationId: '={{ $json.verification_id }}' };
const byReferenceId = {
	...getStatus,
	identifyVerificationBy: 'referenceId',
	referenceId: '={{ $json.reference_id }}',
};

const initiated = async (id = 'kyc-1') => {
	const { json } = await run(byPhone, { items: [{ id, phone: '9988776655' }] });
	cashfree.requests.length = 0;
	return json[0];
};

describe('Get Status', () => {
	it.each([
		['verification ID', byVerificationId, { verification_id: 'kyc-1' }],
		['reference ID', byReferenceId, { reference_id: expect.stringMatching(/^\d+$/) }],
	])('asks by %s and passes the whole answer on', async (_by, parameters, query) => {
		const link = await initiated();
		const { json, items } = await run(parameters, { items: [link!] });
		expect(cashfree.requests).toMatchObject([{ operation: 'GET /vkyc', query, body: null }]);
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
		expect(json).toEqual([
			{
				verification_id: 'kyc-1',
				reference_id: link?.reference_id,
				user_reference_id: link?.user_reference_id,
				user_id: 'kyc-1',
				status: 'RECEIVED',
				sub_status: 'LINK_GENERATED',
				vkyc_link: link?.vkyc_link,
				link_expiry: link?.link_expiry,
				recording_link: null,
				meeting_schedule: null,
				auditor_remarks: null,
				agent_remarks: null,
				explanation: 'The link is ready. The user has not opened it yet.',
				outcome: 'pending',
			},
		]);
	});

	it('keeps every digit of a number beyond 2^53, and changes no other', async () => {
		const body =
			'{"verification_id":"12345678901234567890","status":"RECEIVED","reference_id":9007199254740993,"user_reference_id":11000}';
		const server = await startRawServer({ status: 200, body });
		const credential = { baseUrl: server.url };
		const { json } = await run(byVerificationId, {
			items: [{ verification_id: '12345678901234567890' }],
			credential,
		});
		await server.close();
		expect(json).toEqual([
			{
				verification_id: '12345678901234567890',
				status: 'RECEIVED',
				reference_id: '9007199254740993',
				user_reference_id: 11000,
				outcome: 'unknown',
			},
		]);
	});

	it('asks by a reference ID beyond 2^53 as it came', async () => {
		cashfree.set({ largeIds: true });
		const links = [await initiated('kyc-1'), await initiated('kyc-2')];
		const given = ['kyc-1', 'kyc-2'].map((id) => cashfree.verifications.get(id)?.reference_id);
		expect(given.every((id) => typeof id === 'bigint' && id > 2n ** 53n)).toBe(true);
		expect(links.map((link) => link?.reference_id)).toEqual(given.map(String));
		const { json } = await run(byReferenceId, { items: links.map((link) => link!) });
		expect(json.map(({ verification_id }) => verification_id)).toEqual(['kyc-1', 'kyc-2']);
		expect(json.map((link) => link?.reference_id)).toEqual(links.map((link) => link?.reference_id));
		expect(cashfree.requests.map(({ query }) => query.reference_id)).toEqual(
			links.map((link) => link?.reference_id),
		);
	});

	it('refuses a reference ID that lost its last digits on the way', async () => {
		const { error } = await run({ ...byReferenceId, referenceId: '={{ 9007199254740993 }}' });
		expect(error?.message).toBe("'Reference ID' was rounded before it reached this node [item 0]");
		expect(operations()).toEqual([]);
	});

	it.each(['', 'abc', '0', '12a', '-5', '1.5'])('refuses the reference ID %j', async (id) => {
		const { error } = await run({ ...byReferenceId, referenceId: `={{ ${JSON.stringify(id)} }}` });
		expect(error?.message).toMatch(/^'Reference ID' is .* \[item 0\]$/);
		expect(operations()).toEqual([]);
	});

	it('refuses to guess by which ID to ask', async () => {
		const parameters = { ...byReferenceId, verificationId: 'kyc-1' };
		const { error } = await run({ ...parameters, identifyVerificationBy: '={{ "reference" }}' });
		expect(error?.message).toBe("'Identify Verification By' has an unknown value [item 0]");
		expect(operations()).toEqual([]);
	});

	it.each([
		[byVerificationId, 'verification ID', "'Verification ID'"],
		[byReferenceId, 'reference ID', "'Reference ID'"],
	])('says that there is none: %j', async (parameters, by, label) => {
		const items = [{ verification_id: 'nothing', reference_id: 4711 }];
		const { error } = await run(parameters, { items });
		expect(error?.message).toBe(`Cashfree has no verification with this ${by} [item 0]`);
		expect(error?.description).toContain(label);
		expect(error).toMatchObject({ httpCode: '404' });
		expect(operations()).toEqual(['GET /vkyc']);
	});
});

describe('the explanation of a sub-status', () => {
	it('follows the verification and stands beside the answer', async () => {
		const link = await initiated();
		cashfree.advance('kyc-1');
		const { json } = await run(byVerificationId, { items: [link!] });
		expect(json[0]).toMatchObject({
			status: 'PRE_VIDEO_CALL',
			sub_status: 'AADHAAR_VERIFICATION_SUCCESS',
			explanation: 'Aadhaar is verified. The checks come next.',
		});
	});

	it.each(['SOMETHING_NEW', 'constructor', ''])(
		'is left out where %j is not known, and the answer stays as it came',
		async (sub_status) => {
			const link = await initiated();
			cashfree.move('kyc-1', { status: 'BRAND_NEW', sub_status });
			const { json } = await run(byVerificationId, { items: [link!] });
			expect(json[0]).toMatchObject({ status: 'BRAND_NEW', sub_status });
			expect(json[0]).not.toHaveProperty('explanation');
		},
	);
});

describe('the outcome of a verification', () => {
	const decisionWords = {
		approved: { sub_status: 'DESK_7_YES' },
		rejected: { status: 'CLOSED', sub_status: 'DESK_7_NO' },
	};
	const words = { approvedWhen: 'desk 7 yes, SIGNED', rejectedWhen: "={{ ['Desk-7-No'] }}" };

	it.each([
		['approved', words, 'approved'],
		['rejected', words, 'rejected'],
		['approved', {}, 'unknown'],
		['rejected', { approvedWhen: 'DESK_7_YES' }, 'unknown'],
		['insufficient-balance', { rejectedWhen: 'REJECTED' }, 'failed'],
		['call-scheduled', words, 'pending'],
		['expired', words, 'unknown'],
		['failed', words, 'unknown'],
	])('after the step %s, with the words %j, is %s', async (step, options, outcome) => {
		const link = await initiated();
		cashfree.set({ decisionWords });
		cashfree.step('kyc-1', step);
		const full = await run({ ...byVerificationId, options }, { items: [link!] });
		expect(full.json[0]).toMatchObject({ outcome });
		const masked = { options: { ...options, maskPersonalData: true } };
		const simplified = { ...byVerificationId, ...masked, output: 'simplified' };
		const { json } = await run(simplified, { items: [link!] });
		expect(json[0]).toMatchObject({ outcome, verification_id: 'kyc-1' });
		const selected = { output: 'selected', outputFields: 'outcome', options };
		const named = await run({ ...byVerificationId, ...selected }, { items: [link!] });
		expect(named.json).toEqual([{ outcome }]);
	});

	it.each([
		[{ approvedWhen: 'Link Generated' }, "'Approved When' contains LINK_GENERATED"],
		[{ approvedWhen: 'DONE', rejectedWhen: 'SENT_BACK, done' }, "'Approved When' contains a word"],
		[{ rejectedWhen: '={{ ({}) }}' }, "'Rejected When' is not a list of words"],
	])('is not asked for with %j', async (options, message) => {
		const items = [{ verification_id: 'kyc-1' }];
		const { error } = await run({ ...byVerificationId, options }, { items });
		expect(error?.message).toContain(message);
		expect(operations()).toEqual([]);
	});

	it('stands beside an outcome of Cashfree’s own', async () => {
		const body = '{"verification_id":"kyc-1","status":"RECEIVED","outcome":{"score":7}}';
		const server = await startRawServer({ status: 200, body });
		const items = [{ verification_id: 'kyc-1' }];
		const { json } = await run(byVerificationId, { items, credential: { baseUrl: server.url } });
		await server.close();
		expect(json[0]).toMatchObject({ outcome: 'unknown', cashfree_outcome: { score: 7 } });
	});
});

describe('hints', () => {
	it('say that a recording link lives for an hour, where there is one', async () => {
		const link = await initiated();
		const before = await run(byVerificationId, { items: [link!] });
		expect(before.hints('Cashfree VKYC')).toEqual([]);
		const recording_link = 'https://recordings.example.com/call.mp4';
		cashfree.move('kyc-1', { status: 'DONE', sub_status: 'DONE', recording_link });
		const after = await run(byVerificationId, { items: [link!] });
		expect(after.json[0]?.recording_link).toBe(recording_link);
		expect(after.hints('Cashfree VKYC').map(({ message }) => message)).toEqual([
			expect.stringContaining('expires after about an hour'),
		]);
	});
});
