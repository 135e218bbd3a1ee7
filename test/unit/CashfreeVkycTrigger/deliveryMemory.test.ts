import { DeliveryMemory } from '../../../nodes/CashfreeVkycTrigger/deliveryMemory';

const keyOf = (number: number) => number.toString(16).padStart(16, '0');
const waiting = () => ({ headersSent: false, writableEnded: false, statusCode: 200 });
const answered = { headersSent: true, writableEnded: true, statusCode: 200 };

const take = (memory: DeliveryMemory, number: number, attempt = 1) =>
	memory.take(keyOf(number), attempt, answered);

/** A memory of deliveries that were answered with 200, numbered from 0. */
function memoryOf(count: number): DeliveryMemory {
	const memory = new DeliveryMemory();
	for (let number = 0; number < count; number++) take(memory, number);
	return memory;
}

const textOf = (memory: DeliveryMemory) => memory.textOnceStarted('').toJSON();

function restarted(text: string): DeliveryMemory {
	const memory = new DeliveryMemory();
	memory.read(text);
	return memory;
}

it('takes each key once', () => {
	const memory = new DeliveryMemory();
	expect([1, 2, 1].map((number) => take(memory, number))).toEqual(['first', 'first', 'duplicate']);
});

it('hands what it knows to the next one', () => {
	const next = restarted(textOf(memoryOf(2)));
	expect([0, 1, 2].map((number) => take(next, number))).toEqual([
		'duplicate',
		'duplicate',
		'first',
	]);
});

it('knows the last 1,000 keys, in at most 17,000 characters', () => {
	const text = textOf(memoryOf(5000));
	expect(text.length).toBeLessThanOrEqual(17_000);
	expect(take(restarted(text), 4000)).toBe('duplicate');
	expect(take(restarted(text), 3999)).toBe('first');
});

it('contains at most 2,000 keys', () => {
	expect(take(memoryOf(5000), 3000)).toBe('duplicate');
	expect(take(memoryOf(5000), 2999)).toBe('first');
});

it.each([
	{ before: 3000, burst: 100 },
	{ before: 1000, burst: 1500 },
])(
	'knows a burst of $burst after $before, while n8n hands over an old text',
	({ before, burst }) => {
		const memory = memoryOf(before);
		const saved = textOf(memory);
		const numbers = Array.from({ length: burst }, (_, index) => before + index);
		for (const number of numbers) {
			memory.read(saved);
			take(memory, number);
		}
		memory.read(saved);
		expect(new Set(numbers.map((number) => take(memory, number)))).toEqual(new Set(['duplicate']));
	},
);

describe('a delivery that n8n has not answered', () => {
	const taken = () => {
		const memory = new DeliveryMemory();
		const response = waiting();
		expect(memory.take(keyOf(1), 1, response)).toBe('first');
		return { memory, response };
	};

	it('is under way, and not written for another one', () => {
		const { memory } = taken();
		expect(take(memory, 1)).toBe('under way');
		expect(textOf(memory)).toBe('');
	});

	it('is not written as long as a later delivery, which n8n will save, can still write it', () => {
		const { memory, response } = taken();
		memory.take(keyOf(2), 1, waiting());
		expect(memory.textOnceStarted(keyOf(1)).toJSON()).toBe('');
		expect(memory.textOnceStarted(keyOf(2)).toJSON()).toBe(`${keyOf(1)}.1 ${keyOf(2)}.1`);
		response.headersSent = true;
		expect(textOf(memory)).toBe(`${keyOf(1)} ${keyOf(2)}.1`);
	});

	it('is written with its attempt once n8n has started the workflow, and without it later', () => {
		const { memory, response } = taken();
		expect(memory.textOnceStarted(keyOf(1)).toJSON()).toBe(`${keyOf(1)}.1`);
		expect(textOf(memory)).toBe(`${keyOf(1)}.1`);
		response.headersSent = true;
		expect(textOf(memory)).toBe(keyOf(1));
	});

	it('is not written any more once later deliveries are to be saved', () => {
		const { memory } = taken();
		memory.read(memory.textOnceStarted(keyOf(1)).toJSON());
		memory.take(keyOf(2), 1, waiting());
		memory.read(`${keyOf(1)}.1 ${keyOf(3)}`);
		expect(textOf(memory)).toBe(keyOf(3));
	});

	it('is forgotten where n8n answers with an error', () => {
		const { memory, response } = taken();
		Object.assign(response, { headersSent: true, statusCode: 500 });
		expect(textOf(memory)).toBe('');
		expect(take(memory, 1)).toBe('first');
	});

	it.each([
		[1, 'duplicate'],
		[0, 'duplicate'],
		[2, 'first'],
	])('is, when n8n has ended meanwhile and attempt %i comes, %s', (attempt, known) => {
		const { memory } = taken();
		const next = restarted(memory.textOnceStarted(keyOf(1)).toJSON());
		expect(take(next, 1, attempt)).toBe(known);
	});

	it('is known to be answered once another process says so', () => {
		const memory = restarted(`${keyOf(1)}.1`);
		memory.read(keyOf(1));
		memory.read(`${keyOf(1)}.1`);
		expect(take(memory, 1, 2)).toBe('duplicate');
	});
});

it.each([undefined, null, 5, {}, '', 'short', 'x '.repeat(50), `${'a'.repeat(16)}.x`])(
	'reads nothing from %j',
	(saved) => {
		const memory = new DeliveryMemory();
		memory.read(saved);
		expect(textOf(memory)).toBe('');
	},
);
