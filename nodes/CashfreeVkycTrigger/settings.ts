import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isBlank } from '../shared/blank';
import { optionsOf } from '../shared/collection';
import { readDecisionWords } from '../shared/decisionWords';
import type { DecisionWords } from '../shared/outcome';
import { readOutputOptions } from '../shared/output';
import type { OutputOptions } from '../shared/output';
import { allEvents, defaultEvents } from './events';
import { optionLabels } from './fields';

const hour = 60 * 60 * 1000;

export interface TriggerSettings {
	events: string[];
	decisionWords: DecisionWords;
	verifySignature: boolean;
	allowBodySignature: boolean;
	ignoreDuplicates: boolean;
	/** In milliseconds; 0 means any age. */
	maximumAge: number;
}

type Context = IHookFunctions | IWebhookFunctions;

const fieldErrorOf = (context: Context, label: string) => (what: string, rule: string) =>
	new NodeOperationError(context.getNode(), `'${label}' ${what}. ${rule}`, { level: 'warning' });

function read(context: Context, path: string, label: string): unknown {
	try {
		return context.getNodeParameter(path, null);
	} catch {
		throw fieldErrorOf(context, label)(
			'has an expression that cannot be evaluated',
			'Use a fixed value, or an expression that needs neither the event nor another node.',
		);
	}
}

/** Those that were added to 'Options'; null for an expression with nothing in it. */
function readOptions(context: Context): IDataObject {
	const raw = context.getNodeParameter('options', {}, { rawExpressions: true }) as unknown;
	const isWhole = typeof raw === 'string';
	const added = optionsOf(
		isWhole ? read(context, 'options', 'Options') : raw,
		fieldErrorOf(context, 'Options'),
	);
	const valueOf = (name: string, label: string) =>
		isWhole ? added[name] : read(context, `options.${name}`, label);
	const known = [...optionLabels].filter(([name]) => Object.hasOwn(added, name));
	return Object.fromEntries(
		known.map(([name, label]) => [name, valueOf(name, label) ?? null]),
	) as IDataObject;
}

function readSwitch(context: Context, value: unknown, label: string, fallback: boolean): boolean {
	if (isBlank(value)) return fallback;
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw fieldErrorOf(context, label)('is neither on nor off', 'Use true or false.');
}

function readHours(context: Context, value: unknown, label: string, fallback: number): number {
	if (isBlank(value)) return fallback;
	const isWritten = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim());
	const hours = isWritten || typeof value === 'number' ? Number(value) : NaN;
	if (Number.isFinite(hours) && hours >= 0) return hours;
	const rule = 'Use a number of hours such as 24, or 0 to accept any age.';
	throw fieldErrorOf(context, label)('is not a number of hours', rule);
}

/** @throws NodeOperationError where no event is chosen, or one that does not exist */
export function readEvents(context: Context): string[] {
	const value = read(context, 'events', 'Events');
	const named: unknown = typeof value === 'string' ? value.split(',') : value;
	if (isBlank(value)) {
		throw new NodeOperationError(
			context.getNode(),
			"Choose at least one event in 'Events'. Without one nothing can start this workflow.",
			{ level: 'warning' },
		);
	}
	const events = Array.isArray(named)
		? named.map((name) => (typeof name === 'string' ? name.trim() : ''))
		: [''];
	if (events.every((event) => allEvents.includes(event))) return events;
	throw fieldErrorOf(context, 'Events')(
		'contains something that is no event of its list',
		`Choose from the list, or let the expression result in names such as ${defaultEvents[0]}.`,
	);
}

/**
 * What the builder set in the node, except for its output. What is left empty has the default of the
 * screen. What protects is off only by a plain false or 0.
 *
 * @throws NodeOperationError where a value cannot be meant, with the field's name
 */
export function readSettings(context: Context): TriggerSettings {
	const options = readOptions(context);
	const labelOf = (name: string) => optionLabels.get(name) ?? name;
	const readOption = (name: string, fallback: boolean) =>
		readSwitch(context, options[name], labelOf(name), fallback);
	const age = readHours(context, options.maximumAge, labelOf('maximumAge'), 24);
	return {
		events: readEvents(context),
		decisionWords: readDecisionWords(options, (label) => fieldErrorOf(context, label)),
		verifySignature: context.getNodeParameter('verifySignature', true) !== false,
		allowBodySignature: readOption('allowBodySignature', false),
		ignoreDuplicates: readOption('ignoreDuplicates', true),
		maximumAge: age * hour,
	};
}

/** @throws NodeOperationError where the output options cannot be used */
export function readOutput(context: Context): OutputOptions {
	return readOutputOptions(
		(parameter, label) => read(context, parameter, label),
		readOptions(context),
		(label) => fieldErrorOf(context, label),
	);
}

/**
 * For when the workflow is published, since a delivery can only be answered with an error.
 *
 * @throws NodeOperationError where the node could not work with what is set in it
 */
export function checkSettings(context: Context): TriggerSettings {
	const settings = readSettings(context);
	readSwitch(
		context,
		context.getNodeParameter('verifySignature', null),
		'Verify Signature',
		settings.verifySignature,
	);
	readOutput(context);
	return settings;
}
