import { allEvents, defaultEvents, eventOptions } from '../../../nodes/CashfreeVkycTrigger/events';
import { isVideoKycEvent, parseEvent } from '../../../nodes/CashfreeVkycTrigger/readEvent';
import { isChosen } from '../../../nodes/CashfreeVkycTrigger/start';
import { documentedEvents } from '../../../nodes/shared/statusWords';
import { linkGenerated, receive } from './receive';

const documented = [
	'VKYC_USER_LINK_GENERATED',
	'VKYC_USER_LINK_EXPIRED',
	'VKYC_USER_AADHAAR_VERIFIED',
	'VKYC_USER_CALL_SCHEDULED',
	'VKYC_USER_PRECHECK_FAILED',
	'VKYC_USER_CALL_QUEUED',
	'VKYC_USER_CALL_STARTED',
	'VKYC_USER_DROPOFF_FROM_CALL',
	'VKYC_USER_CALL_COMPLETED',
	'VKYC_AUDITOR_REVIEW_COMPLETED',
];

describe('Events', () => {
	it('offers the ten documented ones, any other, ends, and other products, each described', () => {
		expect(new Set(defaultEvents)).toEqual(new Set([...documented, '*other']));
		const all = [...defaultEvents, '*finished', '*otherProducts'];
		expect(new Set(allEvents)).toEqual(new Set(all));
		expect(Object.keys(documentedEvents).sort()).toEqual([...documented].sort());
		for (const { description } of eventOptions) expect(description).toMatch(/^[A-Z].*[^.]$/);
	});

	it.each(documented)('starts on %s by default', async (eventType) => {
		expect((await receive(linkGenerated({ event_type: eventType }))).items).toHaveLength(1);
	});

	it('starts on an event that Cashfree adds later by default', async () => {
		const event = linkGenerated({ event_type: 'VKYC_USER_CALL_RESCHEDULED' });
		expect((await receive(event)).items).toHaveLength(1);
	});

	it('takes what is chosen and nothing else', () => {
		expect(isChosen('VKYC_USER_CALL_QUEUED', ['VKYC_USER_CALL_QUEUED'])).toBe(true);
		expect(isChosen('VKYC_USER_CALL_QUEUED', ['VKYC_USER_CALL_STARTED'])).toBe(false);
		expect(isChosen('VKYC_USER_CALL_QUEUED', ['*other'])).toBe(false);
		expect(isChosen('VKYC_NEW', ['*other'])).toBe(true);
		expect(isChosen('VKYC_NEW', documented)).toBe(false);
		expect(isChosen('VKYC_NEW', [])).toBe(false);
	});
});

describe('isVideoKycEvent', () => {
	it.each([{ event_type: 'VKYC_' }, { event_type: 'VKYC_USER_LINK_GENERATED', data: 1 }])(
		'says yes to %j',
		(body) => expect(isVideoKycEvent(body)).toBe(true),
	);

	it.each([
		undefined,
		null,
		0,
		'VKYC_USER_LINK_GENERATED',
		[],
		{},
		{ event_type: null },
		{ event_type: 'vkyc_user_link_generated' },
		{ event_type: ' VKYC_USER_LINK_GENERATED' },
		{ event_type: 'KYC_LINK_ACTION_PERFORMED' },
		{ event_type: { startsWith: 1 } },
	])('says no to %j', (body) => expect(isVideoKycEvent(body)).toBe(false));
});

describe('parseEvent', () => {
	const parse = (json: string) => parseEvent(Buffer.from(json));

	it('reads an object, with or without a byte order mark', () => {
		expect(parse('{"event_type":"VKYC_X"}')).toEqual({ event_type: 'VKYC_X' });
		expect(parse('\ufeff{"event_type":"VKYC_X"}')).toEqual({ event_type: 'VKYC_X' });
	});

	it('keeps all digits of a number that JavaScript would round', () => {
		expect(
			parse('{"a":9007199254740993,"b":[1,-9223372036854775808],"c":"12345678901234567890"}'),
		).toEqual({ a: '9007199254740993', b: [1, '-9223372036854775808'], c: '12345678901234567890' });
	});

	it.each(['', '{', '[]', '"text"', '5', 'null', '{"a":1}}', "{'a':1}"])(
		'reads nothing from %j',
		(json) => expect(parse(json)).toBeUndefined(),
	);

	it.each([undefined, null, '{"a":1}', { a: 1 }])(
		'reads nothing from what is no buffer: %j',
		(body) => expect(parseEvent(body)).toBeUndefined(),
	);
});
