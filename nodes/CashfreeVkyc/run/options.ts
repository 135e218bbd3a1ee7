import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isBlank } from '../../shared/blank';
import { outputProperties } from '../../shared/output';
import { withWholeExpression } from '../../shared/collection';
import type { Fault } from '../fields/fault';
import type { ClientOptions } from '../transport/client';

const initiateOnly = { show: { '/resource': ['videoKyc'], '/operation': ['initiate'] } };

/** The 'Options' that stand below the fields of every operation. */
export const optionsDescription: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Additional Body Fields',
			name: 'additionalBodyFields',
			type: 'json',
			default: '{}',
			displayOptions: initiateOnly,
			description:
				'Further fields of the request as a JSON object, for what this node has no field for',
		},
		{
			displayName: 'Give Up After (Minutes)',
			name: 'maxStandstill',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1440 },
			default: 10,
			description:
				'How long to wait at the rate limit of your Cashfree account while no item gets through',
		},
		{
			displayName: 'Give Up After (Refusals)',
			name: 'maxRefusals',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 10_000 },
			default: 50,
			description:
				'How often in a row the rate limit may send an item back, while no item gets through, before it gives up',
		},
		{
			displayName: 'If Verification Exists',
			name: 'ifExists',
			type: 'options',
			options: [
				{
					name: 'Return It',
					value: 'return',
					description: 'Fetch the verification, if it is of the same user, and send nothing again',
				},
				{ name: 'Stop With a Message', value: 'refuse' },
			],
			default: 'return',
			displayOptions: initiateOnly,
			description: 'What to do when the verification ID is in use already, e.g. by an earlier run',
		},
		{
			displayName: 'Items at Once',
			name: 'itemsAtOnce',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 10,
			description: 'How many items are under way at the same time, from 1 to 100',
		},
		...outputProperties,
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 3600 },
			default: 30,
			description: 'How long to wait for each answer of Cashfree',
		},
	],
};

/**
 * The value of one of the numbers above, within its limits; its default where it was left empty.
 *
 * @throws where it is no number, or out of range
 */
function numberOf(name: string, options: IDataObject, faultOf: (label: string) => Fault): number {
	const property = optionsDescription.options?.find((option) => option.name === name);
	const { displayName, default: whenBlank, typeOptions } = property as INodeProperties;
	const { minValue = 0, maxValue = Infinity } = typeOptions ?? {};
	const value = isBlank(options[name]) ? whenBlank : options[name];
	const rule = `Give a number from ${minValue} to ${maxValue}.`;
	const isWritten = typeof value === 'string' && /^[+-]?\d{1,9}(?:\.\d{1,9})?$/.test(value.trim());
	const number = isWritten ? Number(value) : value;
	if (typeof number !== 'number' || Number.isNaN(number)) {
		throw faultOf(displayName)('is not a number', rule);
	}
	if (number < minValue || number > maxValue) throw faultOf(displayName)('is out of range', rule);
	return number;
}

/** The option fields as the node has them, which an expression may give as a whole. */
export const optionsProperties = withWholeExpression(optionsDescription);

/** Reads those options that count for the whole run, from its first item. */
export function readRunOptions(
	options: IDataObject,
	fault: (label: string) => Fault,
): ClientOptions {
	return {
		itemsAtOnce: Math.floor(numberOf('itemsAtOnce', options, fault)),
		maxRefusals: numberOf('maxRefusals', options, fault),
		maxStandstill: numberOf('maxStandstill', options, fault) * 60_000,
		timeout: numberOf('timeout', options, fault) * 1000,
	};
}
