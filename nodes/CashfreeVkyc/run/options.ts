import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { outputProperties } from '../../shared/output';
import type { ClientOptions } from '../transport/client';
import type { Fault } from '../fields/fault';

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
			typeOptions: { minValue: 0 },
			default: 10,
			description:
				'How long to wait at the rate limit of your Cashfree account while no item gets through',
		},
		{
			displayName: 'Give Up After (Refusals)',
			name: 'maxRefusals',
			type: 'number',
			typeOptions: { minValue: 0 },
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
			typeOptions: { minValue: 1 },
			default: 30,
			description: 'How long to wait for each answer of Cashfree',
		},
	],
};

function inRange(value: unknown, from: number, to: number, fault: Fault): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !(number >= from && number <= to)) {
		throw fault('is out of range', `Give a number from ${from} to ${to}.`);
	}
	return number;
}

/** Reads those options that count for the whole run, from its first item. */
export function readRunOptions(
	options: IDataObject,
	fault: (label: string) => Fault,
): ClientOptions {
	const { itemsAtOnce = 10, maxRefusals = 50, maxStandstill = 10, timeout = 30 } = options;
	const minutes = inRange(maxStandstill, 0, 24 * 60, fault('Give Up After (Minutes)'));
	return {
		itemsAtOnce: Math.floor(inRange(itemsAtOnce, 1, 100, fault('Items at Once'))),
		maxRefusals: inRange(maxRefusals, 0, 10_000, fault('Give Up After (Refusals)')),
		maxStandstill: minutes * 60_000,
		timeout: inRange(timeout, 1, 3600, fault('Timeout (Seconds)')) * 1000,
	};
}
