'use strict';

/**
 * JSON text in which `reference_id` may be an integer beyond 2^53.
 * @param {unknown} value
 * @returns {string}
 */
function toJson(value) {
	const text = JSON.stringify(value, (_key, part) =>
		typeof part === 'bigint' ? `int64:${part}` : part,
	);
	return text.replace(/"reference_id":"int64:(\d+)"/g, '"reference_id":$1');
}

module.exports = { toJson };
