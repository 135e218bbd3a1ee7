import {
	NodeOperationError,
	type IDataObject,
	type IHookFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { readOutputOptions, type OutputOptions } from '../shared/output';

const hour = 60 * 60 * 1000;

export interface TriggerSettings {
	events: string[];
	verifySignature: boolean;
	allowBodySignature: boolean;
	ignoreRepeats: boolean;
	/** In milliseconds; 0 means any age. */
	maximumAge: number;
}

type Context = IHookFunctions | IWebhookFunctions;

const optionsOf = (context: Context) => context.getNodeParameter('options', {}) as IDataObject;

/** What the builder set in the node, except for its output. Verification is off only by a plain false. */
export function readSettings(context: Context): TriggerSettings {
	const { maximumAge = 24, allowBodySignature, ignoreRepeats } = optionsOf(context);
	return {
		events: context.getNodeParameter('events', []) as string[],
		verifySignature: context.getNodeParameter('verifySignature', true) !== false,
		allowBodySignature: allowBodySignature === true,
		ignoreRepeats: ignoreRepeats !== false,
		maximumAge: Number(maximumAge) * hour,
	};
}

/** @throws NodeOperationError where the output options cannot be used */
export function readOutput(context: Context): OutputOptions {
	return readOutputOptions(
		optionsOf(context),
		(label) => (what, rule) =>
			new NodeOperationError(context.getNode(), `'${label}' ${what}. ${rule}`, {
				level: 'warning',
			}),
	);
}
