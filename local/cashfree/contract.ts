import Ajv from 'ajv';
import type { ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { schemas } from './schemas';

/** `field` is the dotted path ('' for the body itself), `keyword` the JSON-schema keyword. */
export interface Problem {
	field: string;
	keyword: string;
	rule: string;
}

/** @returns true for a day of the calendar written DD-MM-YYYY */
function isDayMonthYear(value: string): boolean {
	const parts = /^(\d{2})-(\d{2})-(\d{4})$/.exec(value);
	if (!parts) return false;
	const iso = `${parts[3]}-${parts[2]}-${parts[1]}`;
	const date = new Date(`${iso}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

const ajv = addFormats(new Ajv({ allErrors: true, allowUnionTypes: true }));
ajv.addFormat('day-month-year', isDayMonthYear);
const validators = Object.fromEntries(
	Object.entries(schemas).map(([operation, schema]) => [operation, ajv.compile(schema)]),
);

/**
 * Checks a request body against the contract of an operation.
 * @param operation e.g. `POST /vkyc`
 * @param body parsed JSON
 * @param extraFields fields accepted beyond the pages, as dotted paths
 * (`aadhaar_details.year_of_birth`, `campaign`); true accepts any
 * @returns empty when the body keeps the contract
 */
export function checkBody(
	operation: string,
	body: unknown,
	extraFields: true | string[] = [],
): Problem[] {
	const validate = validators[operation];
	if (!validate) throw new Error(`There is no contract for ${operation}.`);
	if (validate(body)) return [];
	return (validate.errors ?? [])
		.filter((error) => !error.schemaPath.includes('/anyOf/'))
		.map(toProblem)
		.filter(
			({ field, keyword }) =>
				keyword !== 'additionalProperties' ||
				(extraFields !== true && !extraFields.includes(field)),
		);
}

function toProblem({ instancePath, keyword, params, message }: ErrorObject): Problem {
	const path = instancePath.split('/').slice(1);
	const child = params.missingProperty ?? params.additionalProperty;
	if (child !== undefined) path.push(child);
	return { field: path.join('.'), keyword, rule: message ?? keyword };
}
