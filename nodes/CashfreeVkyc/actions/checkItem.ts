import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readOutputOptions, shapeOutput } from '../../shared/output';
import type { OutputField, OutputOptions } from '../../shared/output';
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

/** What all items of a run have in common. */
interface Run {
	simplifiedFields: readonly OutputField[];
	missingFields: MissingFields;
	addHintOnce(message: string | undefined): void;
}

/** An item that may be sent. A run may hold thousands, so it holds little of its own. */
export class CheckedItem {
	constructor(
		private readonly run: Run,
		private readonly prepared: Prepared,
		private readonly form: OutputOptions,
		readonly options: ClientOptions,
		readonly credential: Credential,
	) {}

	get requests(): readonly CashfreeRequest[] {
		return this.prepared.requests;
	}

	/** Throws where the next request must not be sent, by the answers so far. */
	checkAnswers(answers: readonly IDataObject[]): void {
		this.run.addHintOnce(this.prepared.checkAnswers?.(answers));
	}

	/** The refusal of a later request, with what the earlier ones left behind. */
	afterFirst(reason: unknown): unknown {
		return this.prepared.afterFirst?.(reason) ?? reason;
	}

	/** The item's JSON in the wanted form, and its file. */
	async output(answers: readonly IDataObject[], download: DownloadRun): Promise<ItemOutput> {
		const { prepared, form } = this;
		const { simplifiedFields, missingFields } = this.run;
		const { json, ...file } = (await prepared.download?.(answers, download)) ?? {
			json: prepared.output?.(answers) ?? answers.at(-1) ?? {},
		};
		missingFields.look(json, form.outputFields);
		return { json: shapeOutput(json, { ...form, simplifiedFields }), ...file };
	}
}

/** Makes what an operation may ask of an item, for each item of a run. */
function fieldsOf(
	context: IExecuteFunctions,
	{ description }: ShownOperation,
): (itemIndex: number) => ItemFields {
	const node = context.getNode();
	const timezone = context.getTimezone();
	const read = parameterReader(context, description);
	return (itemIndex) => ({
		timezone,
		get: (parameter) => read(parameter, itemIndex, null),
		options: optionsOf(read('options', itemIndex, {}), fieldErrorOf(node, itemIndex, 'Options')),
		fieldError: (label) => fieldErrorOf(node, itemIndex, label),
	});
}

/** Gives equal values as one object: most items of a run have the same options. */
function sharing<Value>(): (value: Value) => Value {
	let last: { text: string; value: Value } | undefined;
	return (value) => {
		const text = JSON.stringify(value);
		if (last?.text !== text) last = { text, value };
		return last.value;
	};
}

/**
 * Makes the check of each item of a run: reads all that it is sent with, and sends nothing.
 *
 * @param missingFields is shown the answer of each item that succeeded
 * @returns a function that throws a NodeOperationError, with the outcome *not_sent*, where something
 *   is wrong with the item
 */
export function itemChecker(
	context: IExecuteFunctions,
	operation: ShownOperation,
	missingFields: MissingFields,
): (itemIndex: number) => Promise<CheckedItem> {
	const fieldsFor = fieldsOf(context, operation);
	const credentialFor = credentialReader(context);
	const hints = new Set<string>();
	const addHintOnce = (message: string | undefined) => {
		if (message === undefined || hints.has(message)) return;
		addHint(context, message);
		hints.add(message);
	};
	const run: Run = { simplifiedFields: operation.simplified, missingFields, addHintOnce };
	const [sharedForm, sharedOptions] = [sharing<OutputOptions>(), sharing<ClientOptions>()];
	return async (itemIndex) => {
		const fields = fieldsFor(itemIndex);
		const { get, fieldError } = fields;
		const form = sharedForm(readOutputOptions(get, fields.options, fieldError));
		const options = sharedOptions(readRunOptions(fields.options, fieldError));
		const prepared = operation.prepare(fields);
		noteVerificationId(context, prepared.requests);
		addHintOnce(prepared.hint);
		return new CheckedItem(run, prepared, form, options, await credentialFor(itemIndex));
	};
}
