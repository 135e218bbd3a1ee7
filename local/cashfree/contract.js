'use strict';
const { default: Ajv } = require('ajv');
const { default: addFormats } = require('ajv-formats');
const { schemas } = require('./schemas.js');

/**
 * @typedef {{ field: string, keyword: string, rule: string }} Problem
 *   `field` is the dotted path ('' for the body itself), `keyword` the JSON-schema keyword.
 */

/**
 * @param {string} value
 * @returns {boolean} true for a day of the calendar written DD-MM-YYYY
 */
function isDayMonthYear(value) {
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
 * @param {string} operation e.g. `POST /vkyc`
 * @param {unknown} body parsed JSON
 * @param {true | string[]} [extraFields] fields accepted beyond the pages, as dotted paths
 *   (`aadhaar_details.year_of_birth`, `campaign`); true accepts any
 * @returns {Problem[]} empty when the body keeps the contract
 */
function checkBody(operation, body, extraFields = []) {
	const validate = validators[operation];
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

/**
 * @param {import('ajv').ErrorObject} error
 * @returns {Problem}
 */
function toProblem({ instancePath, keyword, params, message }) {
	const path = instancePath.split('/').slice(1);
	const child = params.missingProperty ?? params.additionalProperty;
	if (child !== undefined) path.push(child);
	return { field: path.join('.'), keyword, rule: message ?? keyword };
}

module.exports = { schemas, checkBody };
