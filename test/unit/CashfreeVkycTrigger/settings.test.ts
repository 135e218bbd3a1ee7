import { NodeOperationError } from 'n8n-workflow';
import type { INodeParameters } from 'n8n-workflow';
import { activateTrigger } from '../../support/webhook';
import { linkGenerated, receive, signedHeaders, trigger } from './receive';
import { legacyBodies } from './vectors';

/** Anything that a workflow's file, the API or an expression may bring. */
type Value = unknown;

const hour = 60 * 60 * 1000;
const option = (name: string, value: Value): INodeParameters => ({
	options: { [name]: value as never },
});
const each = (...values: Value[]) => it.each(values.map((value) => [value]));

/** The message with which n8n does not publish the workflow; nothing where it does. */
async function refusalOf(parameters: INodeParameters): Promise<string> {
	try {
		await activateTrigger({ ...trigger, parameters });
		return '';
	} catch (error) {
		expect(error).toBeInstanceOf(NodeOperationError);
		return (error as NodeOperationError).message;
	}
}

/** What becomes of a genuine event that was sent some hours ago. */
async function received(parameters: INodeParameters, hours = 0, event = linkGenerated()) {
	const rawBody = Buffer.from(JSON.stringify(event));
	const headers = signedHeaders(rawBody, undefined, String(Date.now() - hours * hour));
	const { response, items, error } = await receive(event, { parameters, request: { headers } });
	expect(error).toBeUndefined();
	return items ? 'started' : response.status;
}

/** For each option, a value that cannot be meant: refused when published, and at each delivery. */
async function expectRefused(label: string, parameters: INodeParameters) {
	expect(await refusalOf(parameters)).toContain(`'${label}'`);
	const { response, items, error, logs } = await receive(linkGenerated(), { parameters });
	expect([response.status, items, error]).toEqual([503, undefined, undefined]);
	expect(logs.join('\n')).toContain(`'${label}'`);
	expect((await receive('{}', { parameters, request: { headers: {} } })).response.status).toBe(200);
}

const empty: Value[] = ['={{ undefined }}', '={{ null }}', '', '  ', '={{ [] }}', '={{ gone() }}'];
const failing: Value[] = ['={{ oops( }}', '={{ $("Gone").item.json.x }}'];

describe('Maximum Age (Hours)', () => {
	const label = 'Maximum Age (Hours)';
	const set = (value: Value) => option('maximumAge', value);

	each(
		...empty,
		24,
		'24',
		' 24.0 ',
	)('%j means 24 hours', async (value) => {
		expect(await refusalOf(set(value))).toBe('');
		expect(await received(set(value), 23)).toBe('started');
		expect(await received(set(value), 25)).toBe(401);
	});

	each(
		0,
		'0',
		'={{ 0 }}',
	)('%j means any age', async (value) => {
		expect(await refusalOf(set(value))).toBe('');
		expect(await received(set(value), 9000)).toBe('started');
	});

	const nonsense = [-1, true, false, ...'abc -1 1h 1e3 0x10 NaN false'.split(' ')];
	const computed = [
		'={{ NaN }}',
		'={{ Infinity }}',
		'={{ [5] }}',
		'={{ ["5"] }}',
		'={{ ({ a: 5 }) }}',
	];

	each(
		...failing,
		...nonsense,
		...computed,
	)('%j is refused', async (value) => await expectRefused(label, set(value)));
});

describe('Events', () => {
	const generated = 'VKYC_USER_LINK_GENERATED';

	it.each<[string, string | string[]]>([
		['a list', [generated]],
		['a list with others', ['VKYC_USER_CALL_QUEUED', generated]],
		['a text', generated],
		['a text with commas', `VKYC_USER_CALL_QUEUED, ${generated}`],
		['an expression', `={{ ["${generated}"] }}`],
	])('may be %s', async (_, events) => {
		expect(await refusalOf({ events })).toBe('');
		expect(await received({ events })).toBe('started');
		const other = linkGenerated({ event_type: 'VKYC_USER_CALL_STARTED' });
		expect(await received({ events }, 0, other)).toBe(200);
	});

	const nonsense = [5, true, { a: 1 }, ['', generated], [[generated]], [null], ['VKYC_NEW']];
	const texts = [`${generated}_TOO`, 'VKYC_USER', `x${generated}`, `${generated};*other`, ','];

	each(
		...empty,
		...failing,
		[],
		...nonsense,
		...texts,
	)('%j are refused', async (events) => {
		await expectRefused('Events', { events: events as never });
	});
});

describe.each([
	['Approved When', 'approvedWhen'],
	['Rejected When', 'rejectedWhen'],
])('%s', (label, name) => {
	each(
		...empty,
		'DESK_YES, CLOSED',
		'={{ ["DESK_YES"] }}',
	)('may be %j', async (value) => {
		expect(await refusalOf(option(name, value))).toBe('');
		expect(await received(option(name, value))).toBe('started');
	});

	each(
		...failing,
		7,
		true,
		'USER_QUEUED',
		'={{ [null] }}',
		'={{ ({}) }}',
	)('is refused with %j', async (value) => await expectRefused(label, option(name, value)));
});

describe('a switch that protects', () => {
	const kept = [...empty, true, 'true'];
	const off = [false, 'false', '={{ false }}'];
	const nonsense = [...failing, 0, 1, 'no', 'False', '={{ [false] }}', '={{ ({}) }}', '={{ NaN }}'];

	async function startsTwice(parameters: INodeParameters) {
		const event = linkGenerated();
		expect(await received(parameters, 0, event)).toBe('started');
		return (await received(parameters, 0, event)) === 'started';
	}

	const masks = async (parameters: INodeParameters) => {
		const { items } = await receive(linkGenerated({}, { agent_remarks: 'Q. T.' }), { parameters });
		return JSON.stringify(items).includes('"agent_remarks":"***"');
	};

	each(...kept)('Ignore Duplicate Deliveries is on with %j', async (value) => {
		expect(await refusalOf(option('ignoreDuplicates', value))).toBe('');
		expect(await startsTwice(option('ignoreDuplicates', value))).toBe(false);
	});

	each(...off)('Ignore Duplicate Deliveries is off with %j', async (value) => {
		expect(await refusalOf(option('ignoreDuplicates', value))).toBe('');
		expect(await startsTwice(option('ignoreDuplicates', value))).toBe(true);
	});

	each(...nonsense)('Ignore Duplicate Deliveries is refused with %j', async (value) => {
		await expectRefused('Ignore Duplicate Deliveries', option('ignoreDuplicates', value));
	});

	each(...kept)('Mask Personal Data, once added, is on with %j', async (value) => {
		expect(await masks(option('maskPersonalData', value))).toBe(true);
	});

	each(...off)('Mask Personal Data is off with %j', async (value) => {
		expect(await masks(option('maskPersonalData', value))).toBe(false);
	});

	each(...failing)('Mask Personal Data is refused with %j', async (value) => {
		await expectRefused('Mask Personal Data', option('maskPersonalData', value));
	});

	each(
		...kept,
		...nonsense,
		'false',
	)('Verify Signature is on with %j', async (value) => {
		const request = { headers: {} };
		const parameters = { verifySignature: value as never };
		expect((await receive(linkGenerated(), { parameters, request })).response.status).toBe(401);
	});

	each(
		0,
		'no',
		'={{ false }}',
	)('Verify Signature is not published with %j', async (value) => {
		expect(await refusalOf({ verifySignature: value as never })).toContain("'Verify Signature'");
	});
});

describe('Allow Legacy Body Signature', () => {
	const set = (value: Value) => option('allowBodySignature', value);
	const statusWith = async (value: Value) => {
		const request = { headers: {}, rawBody: legacyBodies['of texts and numbers'] };
		const parameters = { options: { allowBodySignature: value as never, ignoreDuplicates: false } };
		return (await receive('', { request, parameters })).response.status;
	};

	each(
		...empty,
		false,
		'false',
	)('is off with %j', async (value) => {
		expect(await refusalOf(set(value))).toBe('');
		expect(await statusWith(value)).toBe(401);
	});

	each(true, 'true')('is on with %j', async (value) => {
		expect(await refusalOf(set(value))).toBe('');
		expect(await statusWith(value)).toBe(200);
	});

	each(
		...failing,
		0,
		1,
		'yes',
		'={{ [true] }}',
	)('is refused with %j', async (value) => {
		await expectRefused('Allow Legacy Body Signature', set(value));
	});
});

describe('Output', () => {
	each(
		...failing,
		'raw',
		5,
		'={{ ["full"] }}',
	)('is refused with %j', async (value) => {
		await expectRefused('Output', { output: value as never });
	});

	each(...empty.filter((value) => value !== '={{ gone() }}'))('%j means all', async (value) => {
		const { items } = await receive(linkGenerated(), { parameters: { output: value as never } });
		expect(items?.[0]).toHaveProperty('delivery');
	});

	it('is refused where Output Fields cannot be read', async () => {
		for (const value of [...failing, ...empty]) {
			const parameters = { output: 'selected', outputFields: value as never };
			await expectRefused('Output Fields', parameters);
		}
	});
});
