/**
 * Each parameter of a node or credential, those inside collections too.
 *
 * @param {any[]} properties
 * @returns {any[]}
 */
const parametersIn = (properties) =>
	properties.flatMap((property) => [
		...('type' in property ? [property] : []),
		...parametersIn(
			property.options?.filter((/** @type {object} */ option) => 'type' in option) ?? [],
		),
		...parametersIn(
			property.options?.flatMap((/** @type {{ values?: any[] }} */ { values }) => values ?? []) ??
				[],
		),
	]);

module.exports = { parametersIn };
