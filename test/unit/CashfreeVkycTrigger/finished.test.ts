import type { IDataObject } from 'n8n-workflow';
import { linkGenerated, receive } from './receive';

const reviewed = 'VKYC_AUDITOR_REVIEW_COMPLETED';
const expired = 'VKYC_USER_LINK_EXPIRED';
const options = { approvedWhen: 'desk-yes', rejectedWhen: ['DESK NO'] };
const parameters = { events: ['*finished'], options };

/** An event of one verification of each test. */
let ids = 0;
const verification = () => {
	const verification_id = `ends-${++ids}`;
	return (event_type: string, sub_status: string, more: IDataObject = {}) =>
		linkGenerated({ event_type }, { verification_id, status: 'ROW_50', sub_status, ...more });
};

const started = async (event: IDataObject, chosen: IDataObject = parameters) => {
	const { response, items } = await receive(event, { parameters: chosen as never });
	expect(response.status).toBe(200);
	return items?.map(({ outcome }) => outcome) ?? [];
};

describe('Verification Finished', () => {
	it.each([
		[reviewed, 'ROW_51', {}, 'reviewed'],
		[reviewed, 'DESK_YES', {}, 'approved'],
		[reviewed, 'desk no', {}, 'rejected'],
		[expired, 'ROW_51', {}, 'expired'],
		['VKYC_USER_PRECHECK_FAILED', 'DESK_NO', {}, 'rejected'],
		['VKYC_BRAND_NEW', 'INSUFFICIENT_BALANCE', { status: 'REJECTED' }, 'failed'],
	])('starts on %s with %s, as %s', async (type, subStatus, more, outcome) => {
		expect(await started(verification()(type, subStatus, more))).toEqual([outcome]);
	});

	it.each([
		['VKYC_USER_CALL_COMPLETED', 'ROW_52', {}],
		['VKYC_BRAND_NEW', 'VERIFICATION_FAILED', { status: 'FAILED' }],
		['VKYC_USER_PRECHECK_FAILED', 'USER_AUDIO_CHECK_FAILED', { status: 'PRE_VIDEO_CALL' }],
	])('does not start on %s with %s', async (type, subStatus, more) => {
		expect(await started(verification()(type, subStatus, more))).toEqual([]);
	});

	it('starts once for each verification and outcome, whichever event says it', async () => {
		const event = verification();
		expect(await started(event(reviewed, 'ROW_53'))).toEqual(['reviewed']);
		expect(await started(event(reviewed, 'ROW_54'))).toEqual([]);
		expect(await started(event(reviewed, 'DESK_YES'))).toEqual(['approved']);
		expect(await started(event(expired, 'Desk yes', { recording_link: 'x' }))).toEqual([]);
		expect(await started(event('VKYC_LATER', 'DESK_YES'))).toEqual([]);
		expect(await started(verification()(reviewed, 'DESK_YES'))).toEqual(['approved']);
	});

	it('tells verifications of prepaid instruments from others with the same ID', async () => {
		const event = verification();
		expect(await started(event(reviewed, 'DESK_YES'))).toEqual(['approved']);
		const ofPpi = event(reviewed, 'DESK_YES', { cf_verification_id: 'cf_1' });
		expect(await started(ofPpi)).toEqual(['approved']);
	});

	it('starts for each event of a verification that has no ID', async () => {
		const nameless = (event_time: string) =>
			linkGenerated({ event_type: reviewed, event_time, data: { status: 'ROW_55' } });
		for (const time of ['2025-05-22T03:51:14Z', '2025-05-22T03:51:15Z']) {
			expect(await started(nameless(time))).toEqual(['reviewed']);
			expect(await started(nameless(time))).toEqual([]);
		}
	});

	it('beside an event starts for each of these events, and not again for its outcome', async () => {
		const both = { ...parameters, events: ['*finished', reviewed] };
		const event = verification();
		expect(await started(event(reviewed, 'DESK_YES'), both)).toEqual(['approved']);
		expect(await started(event(reviewed, 'DESK_YES', { user_id: 'b' }), both)).toEqual([
			'approved',
		]);
		expect(await started(event(expired, 'DESK_YES'), both)).toEqual([]);
	});

	it('starts each time where repeats are not to be ignored', async () => {
		const always = { ...parameters, options: { ...options, ignoreDuplicates: false } };
		const event = verification();
		for (const type of [reviewed, reviewed, expired]) {
			expect(await started(event(type, 'DESK_YES'), always)).toEqual(['approved']);
		}
	});
});

it('each event says its outcome, also where the workflow starts on all events', async () => {
	const all = { options };
	const event = verification();
	expect(await started(event('VKYC_USER_CALL_STARTED', 'ROW_56'), all)).toEqual(['pending']);
	expect(await started(event('VKYC_LATER', 'ROW_57'), all)).toEqual(['unknown']);
	expect(await started(event(reviewed, 'DESK_NO'), all)).toEqual(['rejected']);
});

it('a word that cannot be used is answered with 503, and named in the log', async () => {
	const invalid = { ...parameters, options: { approvedWhen: 'A', rejectedWhen: 'a' } };
	const { response, logs } = await receive(verification()(reviewed, 'A'), { parameters: invalid });
	expect(response.status).toBe(503);
	expect(logs.join('\n')).toContain(
		"'Approved When' contains a word that 'Rejected When' contains too",
	);
});
