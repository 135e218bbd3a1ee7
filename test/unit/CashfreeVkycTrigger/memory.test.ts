import { DeliveryMemory, deliveryKey } from '../../../nodes/CashfreeVkycTrigger/repeats';
import { linkGenerated } from './receive';

const keyOf = (number: number) => number.toString(16).padStart(16, '0');
/** A memory that took the keys of the numbers from 0. */
function memoryOf(count: number): DeliveryMemory {
	const memory = new DeliveryMemory();
	for (let number = 0; number < count; number++) memory.take(keyOf(number));
	return memory;
}

/** Takes further keys while n8n hands over the same text for each. */
function takeBurst(memory: DeliveryMemory, first: number, count: number): string[] {
	const saved = textOf(memory);
	const keys = Array.from({ length: count }, (_, index) => keyOf(first + index));
	for (const key of keys) {
		memory.read(saved);
		memory.take(key);
	}
	memory.read(saved);
	return keys;
}

const textOf = (memory: DeliveryMemory) => JSON.parse(JSON.stringify(memory)) as string;

describe('deliveryKey', () => {
	const event = linkGenerated();
	const key = deliveryKey(event);

	it('is 16 hexadecimal digits that say nothing about the event', () => {
		expect(key).toMatch(/^[0-9a-f]{16}$/);
	});

	it.each([
		['in another order', { ...linkGenerated(), ...event }],
		['with another signature', { ...event, signature: 'x' }],
		['with another link', { ...event, data: { ...(event.data as object), vkyc_link: 'x' } }],
	])('is the same for the same event %s', (_, same) => {
		expect(deliveryKey(same)).toBe(key);
	});

	it.each(['event_type', 'event_time'])('is another one for another %s', (field) => {
		expect(deliveryKey({ ...event, [field]: 'x' })).not.toBe(key);
	});

	it.each(['reference_id', 'verification_id', 'status', 'sub_status'])(
		'is another one for another %s in data',
		(field) => {
			const data = { ...(event.data as object), [field]: 'x' };
			expect(deliveryKey({ ...event, data })).not.toBe(key);
		},
	);

	it('tells events of PPI Video KYC apart by their own reference', () => {
		const [one, other] = ['cf_1', 'cf_2'].map((reference) =>
			deliveryKey({
				event_type: 'VKYC_X',
				data: { cf_verification_id: reference, verification_id: 'ppi-1' },
			}),
		);
		expect(one).not.toBe(other);
	});

	it('tells events that name no verification apart by all they hold', () => {
		const events = [{}, { note: 'a' }, { note: 'b' }, { data: null }, { data: { note: 'a' } }];
		const keys = events.map((more) => deliveryKey({ event_type: 'VKYC_X', ...more }));
		expect(new Set(keys).size).toBe(events.length);
	});
});

describe('DeliveryMemory', () => {
	it('takes each key once', () => {
		const memory = new DeliveryMemory();
		expect([keyOf(1), keyOf(2), keyOf(1)].map((key) => memory.take(key))).toEqual([
			true,
			true,
			false,
		]);
	});

	it('hands what it knows to the next one', () => {
		const memory = new DeliveryMemory();
		memory.take(keyOf(1));
		memory.take(keyOf(2));
		const next = new DeliveryMemory();
		next.read(textOf(memory));
		expect([keyOf(1), keyOf(2), keyOf(3)].map((key) => next.take(key))).toEqual([
			false,
			false,
			true,
		]);
	});

	it('knows the last 1,000 keys, in at most 17,000 characters', () => {
		const memory = memoryOf(5000);
		expect(textOf(memory).length).toBeLessThanOrEqual(17_000);
		const restarted = new DeliveryMemory();
		restarted.read(textOf(memory));
		expect(restarted.take(keyOf(4000))).toBe(false);
		expect(restarted.take(keyOf(3999))).toBe(true);
	});

	it('holds at most 2,000 keys', () => {
		const memory = memoryOf(5000);
		expect(memory.take(keyOf(3000))).toBe(false);
		expect(memory.take(keyOf(2999))).toBe(true);
	});

	it('knows what came in while n8n had not yet saved it, also when it is full', () => {
		const memory = memoryOf(3000);
		const burst = takeBurst(memory, 3000, 100);
		expect(burst.filter((key) => memory.take(key))).toEqual([]);
	});

	it('knows what came in, however long n8n does not save', () => {
		const memory = memoryOf(1000);
		const burst = takeBurst(memory, 1000, 1500);
		expect(burst.filter((key) => memory.take(key))).toEqual([]);
	});

	it('takes a forgotten key again, although it has been saved meanwhile', () => {
		const memory = new DeliveryMemory();
		memory.take(keyOf(1));
		const saved = textOf(memory);
		memory.forget(keyOf(1));
		memory.read(saved);
		expect(memory.take(keyOf(1))).toBe(true);
		memory.read(saved);
		expect(memory.take(keyOf(1))).toBe(false);
	});

	it.each([undefined, null, 5, {}, '', 'short', 'x '.repeat(50)])(
		'reads nothing from %j',
		(saved) => {
			const memory = new DeliveryMemory();
			memory.read(saved);
			expect(textOf(memory)).toBe('');
		},
	);
});
