'use strict';

/**
 * @typedef {{
 *   twoFactor: 'ipWhitelist' | 'publicKey', allowedIps: string[] | null,
 *   templates: { user: string[], agent: string[] } | null, templatesRequired: boolean,
 *   balance: number | null, limits: import('./limits.js').Limit | null,
 *   duplicateVerification: 'conflict' | 'existing', extraFields: true | string[],
 *   largeIds: boolean, userReferenceIdAs: 'integer' | 'string',
 *   responseAddress: 'split_address' | 'address_details',
 * }} Settings README.md says what each does
 */

/** @returns {Settings} */
const defaults = () => ({
	twoFactor: 'publicKey',
	allowedIps: null,
	templates: null,
	templatesRequired: false,
	balance: null,
	limits: null,
	duplicateVerification: 'conflict',
	extraFields: [],
	largeIds: false,
	userReferenceIdAs: 'integer',
	responseAddress: 'split_address',
});

/**
 * @param {Partial<Settings>} options other properties are left out
 * @returns {Settings}
 */
function readSettings(options) {
	const settings = defaults();
	for (const name of Object.keys(settings)) {
		const value = /** @type {Record<string, unknown>} */ (options)[name];
		if (value !== undefined) Object.assign(settings, { [name]: value });
	}
	return settings;
}

/**
 * @param {Settings} settings changed in place
 * @param {Partial<Settings>} changes
 * @returns {Settings} the settings
 * @throws {Error} when a name is none of a setting; then nothing is changed
 */
function applySettings(settings, changes) {
	for (const name of Object.keys(changes)) {
		if (!Object.hasOwn(settings, name)) {
			throw new Error(`"${name}" is not a setting. Settings: ${Object.keys(settings).join(', ')}`);
		}
	}
	return Object.assign(settings, changes);
}

module.exports = { readSettings, applySettings };
