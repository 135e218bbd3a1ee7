const flatted = require('flatted');

/**
 * @typedef {object} Execution
 * @property {string} id
 * @property {string} status `success`, `error`, `crashed`, `canceled`, or one of those that go on:
 * `new`, `running`, `waiting`
 * @property {any} data what each node gave; see `outputOf`
 */

/**
 * @param {any} answer of `GET /rest/executions/:id`, whose `data` n8n packs with `flatted`
 * @returns {Execution}
 */
function readExecution(answer) {
	return { ...answer, data: answer.data ? flatted.parse(answer.data) : undefined };
}

/**
 * @param {Execution} execution
 * @returns {boolean} whether it has not come to its end, or its data is yet to be stored
 */
const goesOn = ({ status, data }) =>
	['new', 'running', 'waiting', 'unknown'].includes(status) ||
	(['success', 'error'].includes(status) && !data);

/**
 * @param {Execution} execution
 * @param {string} [node] name of a node; default: the one that ran last
 * @returns {object[]} the JSON of each item at its first output, in its last run
 */
function outputOf(execution, node = execution.data.resultData.lastNodeExecuted) {
	const items = execution.data.resultData.runData[node]?.at(-1)?.data?.main?.[0] ?? [];
	return items.map((/** @type {{ json: object }} */ item) => item.json);
}

/**
 * @param {Execution} execution
 * @returns {string | undefined} n8n's message and description where the execution ended early
 */
function faultOf(execution) {
	const error = execution.data?.resultData?.error;
	if (execution.status === 'success') return undefined;
	return [error?.message ?? execution.status, error?.description].filter(Boolean).join('\n');
}

module.exports = { faultOf, goesOn, outputOf, readExecution };
