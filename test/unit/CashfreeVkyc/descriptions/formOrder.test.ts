import { NodeHelpers } from 'n8n-workflow';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { CashfreeVkyc } from '../../../../nodes/CashfreeVkyc/CashfreeVkyc.node';
import { CashfreeVkycTrigger } from '../../../../nodes/CashfreeVkycTrigger/CashfreeVkycTrigger.node';
import { operationNames } from '../../../support/operations';

/** The labels of the fields that the screen shows, from top to bottom. */
function labelsOf({ description: { properties } }: INodeType, values: INodeParameters): string[] {
	const all = NodeHelpers.getNodeParameters(properties, values, true, false, null, null) ?? {};
	return properties
		.filter(({ type }) => type !== 'hidden')
		.filter((property) => NodeHelpers.displayParameter(all, property, null, null))
		.map(({ displayName }) => displayName);
}

const operations = operationNames.map((name): [string, INodeType, INodeParameters] => {
	const [resource, operation] = name.split('/') as [string, string];
	return [name, new CashfreeVkyc(), { resource, operation }];
});
const trigger: (typeof operations)[number] = ['the trigger', new CashfreeVkycTrigger(), {}];

describe.each([...operations, trigger])('the form of %s', (_, node, values) => {
	it('ends with Output and Options', () => {
		expect(labelsOf(node, values).slice(-2)).toEqual(['Output', 'Options']);
	});

	it('shows Output Fields beside Output where fields are to be selected', () => {
		const selected = labelsOf(node, { ...values, output: 'selected' });
		expect(selected.slice(-3)).toEqual(['Output', 'Output Fields', 'Options']);
	});
});

it.each([
	['videoKyc/initiate', 'User Details'],
	['user/create', 'Additional Fields'],
	['user/createOrGet', 'Additional Fields'],
])('name, email and address stand below the phone number: %s', (name, label) => {
	const [resource, operation] = name.split('/') as [string, string];
	const labels = labelsOf(new CashfreeVkyc(), { resource, operation });
	expect(labels[labels.indexOf('Phone Number') + 1]).toBe(label);
});

it('the field for security questions says how many the dashboard allows', () => {
	const { properties } = new CashfreeVkyc().description;
	const questions = properties.find(({ name }) => name === 'securityQuestions');
	expect(questions?.description).toContain("Cashfree's dashboard allows at most five");
});

it('the example of fields to select has those of an answer, or of an event', () => {
	const examples = [new CashfreeVkyc(), new CashfreeVkycTrigger()].map(
		({ description: { properties } }) =>
			properties.find(({ name }) => name === 'outputFields')?.placeholder,
	);
	expect(examples).toEqual([
		'e.g. status, vkyc_link, aadhaar_details.name',
		'e.g. event_type, outcome, data.status',
	]);
});
