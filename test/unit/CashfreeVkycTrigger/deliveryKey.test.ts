import { deliveryKey } from '../../../nodes/CashfreeVkycTrigger/deliveryKey';
import { linkGenerated } from './receive';

const sentAt = '1746427759733';
const event = linkGenerated();
const data = event.data as object;
const key = deliveryKey(event, sentAt);
const withData = (changes: object) => ({ ...event, data: { ...data, ...changes } });

it('is 16 hexadecimal digits that say nothing about the event', () => {
	expect(key).toMatch(/^[0-9a-f]{16}$/);
});

it.each([
	['in another order', Object.fromEntries(Object.entries(event).reverse())],
	[
		'with its data in another order',
		{ ...event, data: Object.fromEntries(Object.entries(data).reverse()) },
	],
	['with another signature in its body', { ...event, signature: 'x' }],
])('is the same for the same event %s', (_, same) => {
	expect(deliveryKey(same, sentAt)).toBe(key);
});

it('is the same for the same event sent at another time', () => {
	expect(deliveryKey(event, '1746427999999')).toBe(key);
});

it('is the same where a link is signed anew', () => {
	const [one, other] = ['X-Amz-Date=1', 'X-Amz-Date=2'].map((query) =>
		deliveryKey(withData({ recording_link: `https://s3.example/call.mp4?${query}` }), sentAt),
	);
	expect(one).toBe(other);
});

it.each([
	['another type', { ...event, event_type: 'VKYC_X' }],
	['another time', { ...event, event_time: '2025-05-22T03:51:15Z' }],
	['another version', { ...event, version: 'v2' }],
	['a further field', { ...event, attempt_id: 7 }],
	['another status', withData({ status: 'x' })],
	['another user', withData({ verification_id: null, user_id: 'test12' })],
	['its recording filled in', withData({ recording_link: 'https://s3.example/call.mp4?X=1' })],
	['another recording', withData({ recording_link: 'https://s3.example/call2.mp4?X=1' })],
	['another remark behind a question mark', withData({ agent_remarks: 'https://a.in? no' })],
	['a value of another type', withData({ reference_id: '10449' })],
	['a list in place of an object', withData({ more: [['a', 1]] })],
])('is another one for %s', (_, other) => {
	expect(deliveryKey(other, sentAt)).not.toBe(key);
	expect(deliveryKey(other, sentAt)).not.toBe(
		deliveryKey(
			withData({ verification_id: null, agent_remarks: 'https://a.in? yes', more: { a: 1 } }),
			sentAt,
		),
	);
});

it.each([undefined, null, ''])(
	'tells events without a time (%j) apart by the time they were sent at',
	(time) => {
		const dropOff = { ...event, event_type: 'VKYC_USER_DROPOFF_FROM_CALL', event_time: time };
		const [first, again, second] = [sentAt, sentAt, '1746427762000'].map((timestamp) =>
			deliveryKey(dropOff, timestamp),
		);
		expect(first).toBe(again);
		expect(first).not.toBe(second);
	},
);
