import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readOutputOptions, shapeOutput } from '../../shared/output';
import { optionsOf } from '../../shared/collection';
import { fieldErrorOf } from '../validation/fieldError';
import type { ClientOptions } from '../transport/client';
import { credentialReader } from '../transport/credential';
import type { Credential } from '../transport/credential';
import type { CashfreeRequest } from '../transport/request';
import { noteVerificationId } from './executionData';
import { addHint } from './hints';
import type { MissingFields } from './missingFields';
import type { DownloadRun, ItemFields, ItemOutput, Prepared, ShownOperation } from './operation';
import { readRunOptions } from '../validation/runOptions';
import { parameterReader } from '../validation/parameters';
import type { ParameterReader } from '../validation/parameters';

/** An item that may be sent. */
export interface CheckedItem extends Omit<Prepared, 'output' | 'download' | 'checkAnswers'> {
	options: ClientOptions;
	credential: Credential;
	/** Throws where the next request must not be sent, by the answers so far */
	checkAnswers(answers: readonly IDataObject[]): void;
	/** The item's JSON in the wanted form, and its file */
	output(answers: readonly IDataObject[], run: DownloadRun): Promise<ItemOutput>;
}

export interface ItemChecker {
	/**
	 * Reads all that an item is sent with, and sends nothing. For an item that was checked before, n8n is
	 * not asked again.
	 *
	 * @throws NodeOperationError with the outcome *not_sent*, where something is wrong with the item
	 */
	check(itemIndex: number): Promise<CheckedItem>;
	/** What is to be sent for an item that was checked. */
	requestsOf(itemIndex: number): readonly CashfreeRequest[];
	/** Gives up what is known of an item. */
	forget(itemIndex: number): void;
}

/** Makes what an operation may ask of an item, for each item of a run. */
function fieldsOf(
	context: IExecuteFunctions,
	read: ParameterReader['read'],
): (itemIndex: number) => ItemFields {
	const node = context.getNode();
	const timezone = context.getTimezone();
	return (itemIndex) => ({
		timezone,
		get: (parameter) => read(parameter, itemIndex, null),
		options: optionsOf(read('options', itemIndex, {}), fieldErrorOf(node, itemIndex, 'Options')),
		fieldError: (label) => fieldErrorOf(node, itemIndex, label),
	});
}

/**
 * Makes the check of each item of a run. A run of thousands may check all before it sends the first, so
 * of an item hardly more is kept than what its expressions result in; what follows from that is made
 * again when it is sent. An item is kept as a whole where that is an object.
 *
 * @param missingFields is shown the answer of each item that succeeded
 */
export function itemChecker(
	context: IExecuteFunctions,
	operation: ShownOperation,
	missingFields: MissingFields,
): ItemChecker {
	const parameters = parameterReader(context, operation.description);
	const fieldsFor = fieldsOf(context, parameters.read);
	const credentialFor = credentialReader(context);
	const credentials: Array<Credential | undefined> = [];
	const whole = new Map<number, CheckedItem>();
	const { simplified: simplifiedFields } = operation;
	const hints = new Set<string>();
	const addHintOnce = (message: string | undefined) => {
		if (message === undefined || hints.has(message)) return;
		addHint(context, message);
		hints.add(message);
	};
	async function check(itemIndex: number): Promise<CheckedItem> {
		const known = whole.get(itemIndex);
		if (known) return known;
		const fields = fieldsFor(itemIndex);
		const { get, fieldError } = fields;
		const form = { ...readOutputOptions(get, fields.options, fieldError), simplifiedFields };
		const options = readRunOptions(fields.options, fieldError);
		const prepared = operation.prepare(fields);
		noteVerificationId(context, prepared.requests);
		addHintOnce(prepared.hint);
		const item: CheckedItem = {
			...prepared,
			options,
			credential: (credentials[itemIndex] ??= await credentialFor(itemIndex)),
			checkAnswers: (answers) => addHintOnce(prepared.checkAnswers?.(answers)),
			async output(answers, run) {
				const { json, ...file } = (await prepared.download?.(answers, run)) ?? {
					json: prepared.output?.(answers) ?? answers.at(-1) ?? {},
				};
				missingFields.look(json, form.outputFields);
				return { json: shapeOutput(json, form), ...file };
			},
		};
		if (!parameters.remembers(itemIndex)) whole.set(itemIndex, item);
		return item;
	}

	return {
		check,
		requestsOf: (itemIndex) =>
			(whole.get(itemIndex) ?? operation.prepare(fieldsFor(itemIndex))).requests,
		forget(itemIndex) {
			parameters.forget(itemIndex);
			whole.delete(itemIndex);
		},
	};
}
