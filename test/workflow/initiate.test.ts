import { runNode, startCashfree } from '../support/cashfree-workflow';

let cashfree: Awaited<ReturnType<typeof startCashfree>>;

beforeAll(async () => {
	cashfree = await startCashfree();
});
afterAll(async () => await cashfree.close());

const initiate = {
	resource: 'videoKyc',
	operation: 'initiate',
	verificationId: '={{ $json.id }}',
	identifyUserBy: 'phone',
	phone: '={{ $json.phone }}',
};

test('a phone number becomes a link', async () => {
	const result = await runNode({
		cashfree,
		parameters: initiate,
		items: [{ id: 'a-1', phone: '+91 99887 76655' }],
	});
	expect(result.error).toBeUndefined();
	expect(result.json[0]).toMatchObject({ verification_id: 'a-1', status: 'RECEIVED' });
	expect(
		cashfree.requests.map(({ path, signed }: { path: string; signed: boolean }) => [path, signed]),
	).toEqual([
		['/verification/user', true],
		['/verification/vkyc', true],
	]);
});
