import type { INodeProperties } from 'n8n-workflow';
import { CashfreeVkyc } from '../../../../nodes/CashfreeVkyc/CashfreeVkyc.node';
import { CashfreeVkycTrigger } from '../../../../nodes/CashfreeVkycTrigger/CashfreeVkycTrigger.node';
import { eventOptions } from '../../../../nodes/CashfreeVkycTrigger/events';
import { parametersIn } from '../../../support/parameters';

const { description } = new CashfreeVkyc();
const named = (wanted: string) => description.properties.filter(({ name }) => name === wanted);
const choicesOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('value' in option ? [option] : []));
const operations = named('operation').flatMap((field) =>
	choicesOf(field).map((option) => ({
		...option,
		resource: String(field.displayOptions?.show?.resource?.[0]),
		value: String(option.value),
	})),
);

describe("n8n's list of actions", () => {
	it('begins with the main one, and goes on by use', () => {
		expect(operations.map(({ action }) => action)).toEqual([
			'Send a video KYC link',
			'Get a video KYC status',
			'Download a video KYC recording',
			'Create a video KYC SDK token',
			'Create or get a user',
			'Create a user',
			'Get a user',
			'Update a user',
		]);
	});

	it('has the resource first whose action comes first, and preselects both', () => {
		const [resource] = named('resource');
		expect(choicesOf(resource as INodeProperties).map(({ name }) => name)).toEqual([
			'Video KYC',
			'User',
		]);
		expect(resource?.default).toBe('videoKyc');
		expect(named('operation').map((field) => field.default)).toEqual(['initiate', 'createOrGet']);
	});

	it('has the events in the order of a verification, and then those of every kind', () => {
		expect(eventOptions.map(({ name }) => name)).toEqual([
			...['Link Generated', 'Link Expired', 'Aadhaar Verified', 'Call Scheduled'],
			...['Precheck Failed', 'Call Queued', 'Call Started', 'User Dropped Off From Call'],
			...['Call Completed', 'Auditor Review Completed', 'Verification Finished'],
			...['Any Other Video KYC Event', 'Other Secure ID Event'],
		]);
	});

	it('is headed by words on links and on events: n8n shows those of the trigger for both', () => {
		expect(new CashfreeVkycTrigger().description.description).toMatch(/links.*events/);
	});
});

describe.each(operations)('$resource $value', ({ resource, value, builderHint }) => {
	it('tells an AI agent what it does, and not to invent an ID', () => {
		const [text, ...others] = named('toolDescription').filter(({ displayOptions }) => {
			const { show = {} } = displayOptions ?? {};
			return show.resource?.includes(resource) && show.operation?.includes(value);
		});
		expect(others).toEqual([]);
		expect(text?.displayOptions?.show?.['@tool']).toEqual([true]);
		expect(text?.default).toMatch(/records.*never invent, guess or change/);
		expect(text?.default).toMatch(
			value === 'initiate' ? /messages a real person and costs money/ : /Sends nobody a message/,
		);
	});

	it('tells an AI builder when to choose it', () => {
		expect(builderHint?.propertyHint).toMatch(/^[A-Z].{40,}\.$/);
	});
});

it("tells an AI builder of the pair, in words that are no expression of n8n's", () => {
	for (const { builderHint } of [description, new CashfreeVkycTrigger().description]) {
		expect(builderHint?.searchHint).toMatch(/Video KYC/);
		expect(builderHint?.relatedNodes).toHaveLength(1);
	}
	expect(JSON.stringify(description.properties.map(({ options }) => options))).not.toContain('={{');
});

it('keeps the hints for AI builders where n8n accepts them: on no list of operations itself', () => {
	expect(
		[...named('operation'), ...named('resource')].filter((field) => field.builderHint),
	).toEqual([]);
});

/** What n8n lets a model fill in. */
const fillable = parametersIn(description.properties).filter(
	({ type, noDataExpression }) =>
		!noDataExpression && !/^(?:hidden|notice|collection|fixedCollection)$/.test(type),
);

it.each(fillable.map((field) => [field.displayName, field.name, field] as const))(
	'%s (%s) says what it is: a model sees no more of it',
	(label, name, field) => {
		expect([name, field.description ?? field.hint]).toEqual([name, expect.stringMatching(/\w{3}/)]);
		expect(field.description).not.toBe(label);
	},
);
