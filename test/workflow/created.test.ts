import { hasten } from '../support/hasten';
import { runWithSettings } from '../support/runWithSettings';
import { byUserId, useCashfree } from '../support/vkyc';

hasten(20);
const { cashfree, run, createUsers } = useCashfree();

const lead = { id: 'kyc-7', user: 'lead-7' };
const initiate = async (items = [lead], parameters: object = byUserId) =>
	await run({ ...parameters, options: { timeout: 60 } }, { items });
const created = async (...given: Parameters<typeof initiate>) =>
	(await initiate(...given)).json.map((json) => json.created);

beforeEach(async () => void (await createUsers(lead.user)));

it('is true for a verification that this run created, and false in the next run', async () => {
	expect(await created()).toEqual([true]);
	const { json, hints } = await initiate([lead, { ...lead, id: 'kyc-8' }]);
	expect(json.map((each) => each.created)).toEqual([false, true]);
	expect(hints('Cashfree VKYC').map(({ message }) => message)).toContain(
		'One verification existed already (status RECEIVED); nothing was sent for it',
	);
});

it('is true after a request that was lost before Cashfree took it, and sent again', async () => {
	cashfree.faults.queue('reset-before-reading', { on: 'POST /vkyc' });
	expect(await created()).toEqual([true]);
});

it('is true after a request that never left', async () => {
	cashfree.refuse(20);
	expect(await created()).toEqual([true]);
});

it('is null after a lost answer, whether the verification is of this run or existed', async () => {
	cashfree.faults.queue('take-then-cut', { on: 'POST /vkyc' });
	expect(await created()).toEqual([null]);
	cashfree.faults.queue('reset-before-reading', { on: 'POST /vkyc' });
	expect(await created()).toEqual([null]);
});

it('is true for one of the items that share a request', async () => {
	expect(await created([lead, lead, lead])).toEqual([true, false, false]);
});

it('is false where Cashfree answers an ID that exists with a verification under way', async () => {
	cashfree.set({ duplicateVerification: 'existing' });
	await initiate();
	cashfree.move(lead.id, { status: 'PRE_VIDEO_CALL', sub_status: 'USER_QUEUED' });
	expect(await created()).toEqual([false]);
});

it('speaks of the verification, not of its user', async () => {
	const byPhone = {
		...byUserId,
		identifyUserBy: 'phone',
		phone: '9988776655',
		newUserId: 'lead-7',
	};
	const { json } = await initiate([lead], byPhone);
	expect(json).toMatchObject([
		{ created: true, user: expect.not.objectContaining({ created: 1 }) },
	]);
});

it('stays true where Retry On Fail runs the node again for another item', async () => {
	const match = { verification_id: 'kyc-9' };
	cashfree.answerNext('insufficient_balance', { on: 'POST /vkyc', match });
	const { json } = await runWithSettings({
		cashfree,
		parameters: { ...byUserId, options: { maxConcurrentItems: 1 } },
		items: [lead, { ...lead, id: 'kyc-9' }],
		settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
	});
	expect(json.map((each) => each.created)).toEqual([true, true]);
});

it('comes with a hint about a link that has expired, and no past day', async () => {
	await initiate();
	const past = { link_expiry: '2026-01-01T00:00:00.000Z' };
	cashfree.move(lead.id, { status: 'RECEIVED', sub_status: 'LINK_GENERATED', ...past });
	const { hints } = await initiate();
	const messages = hints('Cashfree VKYC').map(({ message }) => message);
	expect(messages).toContain('One link has expired: a new link needs another verification ID');
	expect(messages.join()).not.toContain('expires on');
});
