import type { OnError } from 'n8n-workflow';
import { type } from '../support/cashfreeWorkflow';
import { byUserId, useCashfree } from '../support/vkyc';

const { cashfree, run, bodies, operations, createUsers } = useCashfree();

const node = 'Cashfree VKYC';
const items = [
	{ id: 'kyc-0', user: 'lead-1', code: 'mine', branch: 7 },
	{ id: 'kyc 1', user: 'lead-1', code: 'mine', branch: 8 },
	{ id: 'kyc-2', user: 'nobody', code: 'mine', branch: 9 },
	{ id: 'kyc-3', user: 'lead-1', code: 'mine', branch: 10 },
];
const spaceInId = {
	message: "'Verification ID' contains a space [item 1]",
	description: expect.stringMatching(
		/^Use at most 50 characters: letters, digits, period, hyphen and underscore\. To put hyphens/,
	),
	code: 'invalid_field',
	field: 'Verification ID',
	outcome: 'not_sent',
};
const userUnknown = {
	message: 'Cashfree has no user with this user ID [item 2]',
	description: expect.stringContaining('user_id does not exist'),
	code: 'user_id_not_found',
	type: 'validation_error',
	http_status: 404,
	cashfree_message: 'user_id does not exist',
	request_id: expect.any(String),
	outcome: 'answered',
};

beforeEach(async () => void (await createUsers('lead-1')));

describe('a node that continues', () => {
	it('hands on each failed item in its place, with the details and its valid IDs', async () => {
		const result = await run(byUserId, { items, onError: 'continueRegularOutput' });
		expect(result.status).toBe('success');
		expect(result.json).toEqual([
			expect.objectContaining({ verification_id: 'kyc-0' }),
			{ user_id: 'lead-1', error: spaceInId },
			{ verification_id: 'kyc-2', user_id: 'nobody', error: userUnknown },
			expect.objectContaining({ verification_id: 'kyc-3' }),
		]);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
		expect(bodies().map(({ verification_id }) => verification_id)).not.toContain('kyc 1');
	});

	it('sends failed items to the error output, with what they came with', async () => {
		const result = await run(byUserId, { items, onError: 'continueErrorOutput' });
		expect(result.status).toBe('success');
		expect(result.output(node).map(({ json }) => json.verification_id)).toEqual(['kyc-0', 'kyc-3']);
		expect(result.output(node).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 3 },
		]);
		expect(result.hints(node)).toContainEqual(
			expect.objectContaining({ message: "2 of 4 items failed: open the output 'Error'" }),
		);
		expect(result.output(node, 1)).toEqual([
			{ json: { ...items[1], error: spaceInId }, pairedItem: { item: 1 } },
			{ json: { ...items[2], error: userUnknown }, pairedItem: { item: 2 } },
		]);
	});

	it.each<OnError>(['continueRegularOutput', 'continueErrorOutput'])(
		'fails every item where the credential is unusable, and sends none (%s)',
		async (onError) => {
			const credential = { publicKey: 'no key' };
			const result = await run(byUserId, { items, onError, credential });
			const failed = result.output(node, onError === 'continueErrorOutput' ? 1 : 0);
			expect(failed.map(({ json }) => (json.error as { code: string }).code)).toEqual([
				'invalid_credential',
				'invalid_field',
				'invalid_credential',
				'invalid_credential',
			]);
			expect(operations()).toEqual([]);
		},
	);

	it('fails every item where an option of the run is out of range, and sends none', async () => {
		const parameters = { ...byUserId, options: { timeout: 0 } };
		const result = await run(parameters, { items, onError: 'continueRegularOutput' });
		expect(result.json).toHaveLength(4);
		expect(result.json[3]?.error).toMatchObject({ field: 'Timeout (Seconds)' });
		expect(operations()).toEqual([]);
	});

	it('says how many items failed, with hints of the items that succeeded only', async () => {
		const result = await run(byUserId, { items: [items[2]!], onError: 'continueRegularOutput' });
		expect(result.hints(node)).toEqual([
			expect.objectContaining({ message: "1 of 1 items failed: see 'error' in the output" }),
		]);
	});
});

describe('a node that stops', () => {
	it('stops before the first request where an item is invalid', async () => {
		const result = await run(byUserId, { items, onError: 'stopWorkflow' });
		expect(result.status).toBe('error');
		expect(result.items).toEqual([]);
		expect(result.error).toMatchObject({
			name: 'NodeOperationError',
			message: spaceInId.message,
			description: spaceInId.description,
			node: { name: node, type },
		});
		expect(operations()).toEqual([]);
	});

	it('starts no further item after a refusal', async () => {
		const parameters = { ...byUserId, options: { maxConcurrentItems: 1 } };
		const good = items.filter(({ id }) => id !== 'kyc 1');
		const result = await run(parameters, { items: good });
		expect(result.error?.message).toBe('Cashfree has no user with this user ID [item 1]');
		expect(bodies().map(({ verification_id }) => verification_id)).toEqual(['kyc-0', 'kyc-2']);
	});

	it('names the first invalid item where an expression cannot be resolved', async () => {
		const parameters = { ...byUserId, verificationId: '={{ $json.id.split(" ")[1].trim() }}' };
		const result = await run(parameters, { items });
		expect(result.status).toBe('error');
		expect(result.error?.context?.itemIndex).toBe(0);
		expect(operations()).toEqual([]);
		expect(cashfree.verifications.size).toBe(0);
	});
});
