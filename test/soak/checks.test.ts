import {
	checkAnswers,
	checkDisturbances,
	checkEffects,
	checkForgeries,
	checkMessages,
	checkOpen,
	checkOutcomes,
	checkRecordings,
	checkStarts,
	checkVerifications,
} from './checks';

const event = (number: number) => ({
	verification_id: `event-${number}`,
	event_type: 'VKYC_USER_CALL_STARTED',
});
const row = (number: number, status = 'SENT') => ({
	...event(number),
	delivery_key: `key-${number}`,
	status,
});
const told = (id: string) =>
	['sms', 'whatsapp'].map((channel) => ({ verification_id: id, channel }));
const wait = (id: string, branch: string) => ({ id, branch });
const end = (id: string, subject: string) => ({ id, subject });

it.each([
	['a verification that was created once', checkVerifications(['a', 'b'], ['b', 'a'])],
	['people told once', checkMessages(['a'], told('a'))],
	['an event that started twice', checkStarts([event(1)], [row(1), row(1)], 0)],
	['an effect for each event', checkEffects([event(1), event(2)], [row(2), row(1)], 0)],
	['an event cut off with its worker', checkStarts([event(1)], [], 1)],
	['an effect cut off with its worker', checkEffects([event(1), event(2)], [row(2)], 1)],
	['starts without a forged one', checkForgeries(1, [row(1)])],
	['right answers', checkAnswers([{ status: 401, answer: 401 }])],
	['right outcomes', checkOutcomes([wait('a', 'Approved')], [end('a', 'Approved')], [])],
	[
		'an execution cut off at its end, and started again',
		checkOutcomes([wait('a', 'Failed')], [end('a', 'Failed'), end('a', 'Failed')], ['a']),
	],
	['a day that went wrong as planned', checkDisturbances({ 'lost answers': 3 })],
	['nothing open', checkOpen([])],
	[
		'stored recordings',
		checkRecordings([{ id: 'a', sha256: 'f0' }], [{ id: 'a', sha256: 'f0' }], 0),
	],
])('passes %s', (_what, { holds, faults }) => {
	expect({ holds, faults }).toEqual({ holds: true, faults: [] });
});

it.each([
	['a lost item', checkVerifications(['a', 'b'], ['a']), 'b: 0 times'],
	['a verification created twice', checkVerifications(['a'], ['a', 'a']), 'a: 2 times'],
	['one that nobody asked for', checkVerifications([], ['x']), 'x: nobody asked for it'],
	['a person told twice', checkMessages(['a'], [...told('a'), ...told('a')]), 'a sms: 2 times'],
	['a message that is missing', checkMessages(['a'], told('a').slice(1)), 'a sms: 0 times'],
	[
		'a lost event',
		checkStarts([event(1), event(2)], [row(2)], 0),
		'event-1 VKYC_USER_CALL_STARTED',
	],
	['a lost effect', checkEffects([event(1)], [], 0), 'event-1 VKYC_USER_CALL_STARTED: 0 times'],
	[
		'an effect that two keys let through',
		checkEffects([event(1)], [row(1), { ...row(1), delivery_key: 'other' }], 1),
		'event-1 VKYC_USER_CALL_STARTED: 2 times',
	],
	['a forged start', checkForgeries(1, [row(1, 'FORGED')]), 'event-1 VKYC_USER_CALL_STARTED'],
	[
		'a forged delivery that was taken',
		checkAnswers([{ status: 200, answer: 401 }]),
		'HTTP 200 instead of 401',
	],
	[
		'a delivery without an answer',
		checkAnswers([{ status: null, answer: 200 }]),
		'HTTP null instead of 200',
	],
	[
		'a wrong outcome',
		checkOutcomes([wait('a', 'Approved')], [end('a', 'Rejected')], []),
		'a Approved: 0 times',
	],
	[
		'an execution that never ended',
		checkOutcomes([wait('a', 'Approved')], [], []),
		'a Approved: 0 times',
	],
	[
		'one that ended twice',
		checkOutcomes([wait('a', 'Approved')], [end('a', 'Approved'), end('a', 'Approved')], []),
		'a Approved: 2 times',
	],
	[
		'one that ended more often than it was started',
		checkOutcomes([wait('a', 'Approved')], Array(3).fill(end('a', 'Approved')), ['a']),
		'a Approved: 2 times',
	],
	[
		'one that ended otherwise, too',
		checkOutcomes([wait('a', 'Approved')], [end('a', 'Approved'), end('a', 'Not sent')], []),
		'a Not sent: nobody asked for it',
	],
	[
		'a day in which nothing went wrong',
		checkDisturbances({ 'rate-limit responses': 2, 'lost answers': 0 }),
		'no lost answers',
	],
	['an execution left open', checkOpen(['7: waiting']), '7: waiting'],
	[
		'a recording with other bytes',
		checkRecordings([{ id: 'a', sha256: 'f0' }], [{ id: 'a', sha256: '0f' }], 0),
		'a f0: 0 times',
	],
])('fails on %s', (_what, { holds, faults }, fault) => {
	expect({ holds, faults }).toEqual({ holds: false, faults: expect.arrayContaining([fault]) });
});
