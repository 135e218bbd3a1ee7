import type { IDataObject } from 'n8n-workflow';
import { linkHints, withCreated } from '../../../../../nodes/CashfreeVkyc/actions/videoKyc/created';

const now = Date.parse('2026-03-04T09:30:00Z');
const fresh = {
	status: 'RECEIVED',
	sub_status: 'LINK_GENERATED',
	link_expiry: '2026-04-03T00:00:00.000Z',
};
const hints = (...items: IDataObject[]) =>
	linkHints(
		items.map((json) => ({ json: { ...fresh, ...json } })),
		now,
	);

it.each([true, false, null])('says beside the answer what is known: %j', (created) => {
	expect(withCreated(fresh, created, now)).toEqual({ ...fresh, created, outcome: 'pending' });
});

it.each<IDataObject>([
	{ link_expiry: '2026-03-03T00:00:00.000Z' },
	{ status: 'PRE_VIDEO_CALL', sub_status: 'USER_QUEUED' },
	{ recording_link: 'https://example.com/r' },
	{ meeting_schedule: '2026-03-05 10:00:00' },
	{ status: 'AUDITOR_REVIEWED', recording_link: 'https://example.com/r' },
])('does not take for new what a success shows to be old (%j)', (changes) => {
	expect(withCreated({ ...fresh, ...changes }, true, now).created).toBe(false);
});

it.each<[unknown, unknown]>([
	['AUDITOR_REVIEWED', 'AUDITOR_APPROVED'],
	['AGENT_REVIEWED', null],
	['VIDEO_CALL', 'LINK_GENERATED'],
	['EXPIRED', 'VKYC_EXPIRED'],
	['RECEIVED', undefined],
])('leaves open whether a success with unknown words is new (%j, %j)', (status, sub_status) => {
	expect(
		withCreated({ ...fresh, status, sub_status } as IDataObject, true, now).created,
	).toBeNull();
});

it.each(['', null, undefined])('takes for new what has %j for recording and meeting', (none) => {
	const answer = { ...fresh, recording_link: none, meeting_schedule: none };
	expect(withCreated(answer, true, now).created).toBe(true);
});

it('takes for new what Cashfree refuses at once', () => {
	const refused = { status: 'REJECTED', sub_status: 'INSUFFICIENT_BALANCE' };
	expect(withCreated({ ...fresh, ...refused }, true, now).created).toBe(true);
});

it.each<[string, IDataObject]>([
	['expired', { link_expiry: '2026-03-03' }],
	['pending', { link_expiry: '2026-03-04' }],
	['pending', { status: 'PRE_VIDEO_CALL', sub_status: 'USER_QUEUED', link_expiry: '2026-03-03' }],
	['unknown', { status: 'EXPIRED', sub_status: 'VKYC_EXPIRED' }],
	['unknown', { status: 'EXPIRED', link_expiry: '2026-03-03' }],
	['failed', { status: 'REJECTED', sub_status: 'INSUFFICIENT_BALANCE', link_expiry: '2026-03-03' }],
	['unknown', { status: 'VIDEO_CALL_DONE', link_expiry: '2026-03-03' }],
])('says what has become of an existing one: %s', (outcome, changes) => {
	expect(withCreated({ ...fresh, ...changes }, false, now).outcome).toBe(outcome);
});

it('tells nothing of verifications that are new, or may be', () => {
	expect(hints({ created: true }, { created: null })).toEqual([
		'The first link in the output expires on 2026-04-03',
	]);
});

it('counts those that existed already, each once, with their statuses', () => {
	const existing = [
		{ verification_id: 'a', created: false },
		{ verification_id: 'a', created: false },
		{ verification_id: 'b', created: false, status: 'VIDEO_CALL' },
		{ verification_id: 'c', created: false, status: '<b>odd</b>' },
	];
	expect(hints(...existing)[0]).toBe(
		'3 verifications existed already (status RECEIVED, VIDEO_CALL); nothing was sent for them',
	);
	expect(hints(existing[0]!)[0]).toBe(
		'One verification existed already (status RECEIVED); nothing was sent for it',
	);
	expect(hints({ verification_id: 'a', created: false, status: undefined })[0]).toBe(
		'One verification existed already; nothing was sent for it',
	);
});

it.each([true, null])('does not count one that an earlier item has (created %j)', (created) => {
	const items = [
		{ verification_id: 'a', created },
		{ verification_id: 'a', created: false },
	];
	expect(hints(...items)).toHaveLength(1);
});

it('never shows a past day as the day on which a link expires', () => {
	const past = { link_expiry: '2026-03-03' };
	expect(hints(past)).toEqual(['One link has expired: a new link needs another verification ID']);
	expect(hints({ ...past, status: 'PRE_VIDEO_CALL', sub_status: 'USER_QUEUED' })).toEqual([]);
	expect(hints(past, past, {})).toEqual([
		'2 links have expired: new links need other verification IDs',
		'The first link that has not expired expires on 2026-04-03',
	]);
});

it.each([
	{ status: 'EXPIRED' },
	{ status: 'EXPIRED', sub_status: 'VKYC_EXPIRED' },
	{ status: 'CLOSED', sub_status: 'link-expired' },
])('does not tell the last day of a link whose words say that it has expired: %j', (words) => {
	const gone = 'One link has expired: a new link needs another verification ID';
	expect(hints(words)).toEqual([gone]);
	expect(hints(words, {})).toEqual([
		gone,
		'The first link that has not expired expires on 2026-04-03',
	]);
});

it('does not take a step of the user that took too long for the end of the link', () => {
	const step = { status: 'PRE_VIDEO_CALL', sub_status: 'AADHAAR_VERIFICATION_EXPIRED' };
	expect(hints(step)).toEqual(['The first link in the output expires on 2026-04-03']);
});

it('takes the last day of a link as one on which it is open', () => {
	const today = { link_expiry: '2026-03-04T00:00:00.000Z' };
	expect(hints(today)).toEqual(['The first link in the output expires on 2026-03-04']);
});

it('tells nothing of a day that cannot be read', () => {
	expect(hints({ link_expiry: '03-04-2026' }, { link_expiry: null })).toEqual([]);
});
