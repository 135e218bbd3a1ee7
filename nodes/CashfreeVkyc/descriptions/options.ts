import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../shared/collection';
import { maskProperty, outputProperties } from '../../shared/outputProperties';
import type { Show } from './show';

/** The options for the whole run, which its first item decides. */
export const runOptions: INodeProperties[] = [
	{
		displayName: 'Max Concurrent Items',
		name: 'maxConcurrentItems',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 10,
		description: 'Maximum number of items that the node processes at the same time, from 1 to 100',
	},
	{
		displayName: 'Max Rate-Limit Retries',
		name: 'maxRateLimitRetries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 10_000 },
		default: 50,
		description:
			'Maximum consecutive rate-limit responses (HTTP 429) before an item fails, while no other item gets through',
	},
	{
		displayName: 'Max Rate-Limit Wait (Minutes)',
		name: 'maxRateLimitWait',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1440 },
		default: 10,
		description:
			'Maximum time to wait for the rate limit of your Cashfree account while no item gets through',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3600 },
		default: 30,
		description: 'How long to wait for each response from Cashfree',
	},
];

/**
 * What is below the fields of an operation: the form of its output, and the 'Options', sorted by
 * label.
 *
 * @param show when the operation's fields are shown
 * @param own the options that only this operation has
 */
export const outputAndOptions = (show: Show, own: INodeProperties[] = []): INodeProperties[] => [
	...outputProperties(show),
	...optionsCollection([...own, ...runOptions, maskProperty], show),
];
