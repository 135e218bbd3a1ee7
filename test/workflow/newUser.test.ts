import { NodeOperationError } from 'n8n-workflow';
import { withUserNote } from '../../nodes/CashfreeVkyc/actions/videoKyc/verification';
import { hasten } from '../support/hasten';
import { node } from '../support/scriptedContext';
import { byPhone, useCashfree } from '../support/vkyc';

hasten(10);
const { cashfree, run, bodies, operations } = useCashfree();

const items = [{ id: 'kyc-1', phone: '9988776655', lead: 'lead-1' }];
const parameters = { ...byPhone, newUserId: '={{ $json.lead }}' };
const exists = "The user exists now, with the user ID 'lead-1'.";
const otherPhone = (id: string) =>
	`A user with another phone number has the user ID '${id}' already [item 0]`;

describe('Initiate by phone number, where the user was created and the link refused', () => {
	it.each(['insufficient_balance', 'user_template_value_invalid', 'authentication_failed'])(
		'says that the user exists, and with which ID (%s)',
		async (answer) => {
			cashfree.answerNext(answer, { on: 'POST /vkyc' });
			const { error } = await run(parameters, { items });
			expect(error?.description).toContain(exists);
			expect(error?.description).toContain('does not create a second one');
			expect(error?.context?.data).toMatchObject({ user_id: 'lead-1' });
			expect(error?.description).not.toMatch(/[^.!?"”] The user exists now/);
			expect(cashfree.users.size).toBe(1);
		},
	);

	it('says so in the item, too, where the node continues', async () => {
		cashfree.answerNext('insufficient_balance', { on: 'POST /vkyc' });
		const { json } = await run(parameters, { items, onError: 'continueRegularOutput' });
		expect(json[0]?.error).toMatchObject({
			code: 'insufficient_balance',
			description: expect.stringContaining(exists),
			user_id: 'lead-1',
		});
	});

	it('says so once where several items share the refusal', async () => {
		const error = new NodeOperationError(node, 'No credential', { description: 'Choose one.' });
		for (let item = 0; item < 3; item++) withUserNote(error, 'lead-1');
		expect(error.description?.split(exists)).toHaveLength(2);
		expect(error.context.data).toEqual({ user_id: 'lead-1' });
	});

	it('creates no second user and no second verification, run again', async () => {
		cashfree.answerNext('insufficient_balance', { on: 'POST /vkyc' });
		await run(parameters, { items });
		cashfree.requests.length = 0;
		const { json } = await run(parameters, { items });

		expect(operations()).toEqual(['POST /user', 'GET /user', 'POST /vkyc']);
		expect(json[0]).toMatchObject({ status: 'RECEIVED', user_id: 'lead-1' });
		expect(cashfree.users.size).toBe(1);
		expect(cashfree.verifications.size).toBe(1);
	});

	it('says so where it is the answer that got lost', async () => {
		cashfree.faults.queue('take-then-html', { on: ['POST /vkyc', 'GET /vkyc'], times: 9 });
		const { error } = await run(parameters, { items });
		expect(error?.description).toContain(exists);
		expect(error?.context?.data).toMatchObject({ outcome: 'unknown', user_id: 'lead-1' });
	}, 20_000);
});

describe('Initiate by phone number, where the user is not to be had', () => {
	it('sends no link where the user ID has another phone number', async () => {
		await run(parameters, { items });
		cashfree.requests.length = 0;
		const other = [{ id: 'kyc-2', phone: '8877665544', lead: 'lead-1' }];
		const { error } = await run(parameters, { items: other });
		expect(error?.message).toBe(otherPhone('lead-1'));
		expect(bodies()).toEqual([]);
		expect(error?.description).not.toContain(exists);
		expect(error?.description).toContain('No link was sent');
	});

	it('says so, too, of an ID in which n8n finds the name of a system’s code', async () => {
		await run(parameters, { items: [{ ...items[0], lead: 'EPERM-ENOENT' }] });
		const other = [{ id: 'kyc-2', phone: '8877665544', lead: 'EPERM-ENOENT' }];
		const { error } = await run(parameters, { items: other });
		expect(error?.message).toBe(otherPhone('EPERM-ENOENT'));
	});

	it('sends no link where the user is refused', async () => {
		cashfree.answerNext('phone_value_invalid', { on: 'POST /user' });
		const { error } = await run(parameters, { items });
		expect(error?.description).not.toContain(exists);
		expect(operations()).toEqual(['POST /user']);
	});
});

describe('a verification ID that is in use', () => {
	beforeEach(async () => void (await run(parameters, { items })));

	it('of the same user gives the link that exists, and sends nothing again', async () => {
		const { json } = await run(parameters, { items });
		expect(json[0]?.vkyc_link).toBe(cashfree.verifications.get('kyc-1')?.vkyc_link);
		expect(cashfree.notifications).toHaveLength(2);
	});

	it('stops with a message where that is wanted', async () => {
		const options = { ifExists: 'refuse' };
		const { error } = await run({ ...parameters, options }, { items });
		expect(error?.message).toBe('A verification with this verification ID exists already [item 0]');
	});

	it.each(['conflict', 'existing'] as const)(
		'of another user is not handed on (%s)',
		async (way) => {
			cashfree.set({ duplicateVerification: way });
			const other = [{ id: 'kyc-1', phone: '8877665544', lead: 'lead-2' }];
			const { error, json } = await run(parameters, { items: other });
			expect(error?.message).toBe(
				"Another user's verification has the verification ID 'kyc-1' already [item 0]",
			);
			expect(json).toEqual([]);
			const link = String(cashfree.verifications.get('kyc-1')?.vkyc_link);
			expect(JSON.stringify({ ...error })).not.toContain(link);
		},
	);

	it.each(['stop', 'return'])('is no hindrance to another one (%s)', async (ifExists) => {
		const options = { ifExists: ifExists === 'stop' ? 'refuse' : 'return' };
		const { json } = await run(
			{ ...parameters, options },
			{ items: [{ ...items[0], id: 'kyc-2' }] },
		);
		expect(json[0]).toMatchObject({ verification_id: 'kyc-2', user_id: 'lead-1' });
	});
});
