const { version } = JSON.parse(process.env.E2E ?? '{}').runtime ?? {};

/**
 * What the tests use and older versions of n8n lack: the version that brought it, and what is
 * therefore left out below it.
 *
 * @type {Record<string, { since: string, what: string }>}
 */
const features = {
	tables: {
		since: '2.3.0',
		what: 'the examples whose nodes make a data table',
	},
};

/**
 * @param {string} one
 * @param {string} other
 * @returns {boolean} whether the first version is older than the second
 */
const isOlder = (one, other) => one.localeCompare(other, 'en', { numeric: true }) < 0;

/**
 * @param {string} n8n a version
 * @returns {string[]} what is left out with it, and why
 */
const leftOut = (n8n) =>
	Object.values(features)
		.filter(({ since }) => isOlder(n8n, since))
		.map(({ since, what }) => `${what} (n8n has this since ${since})`);

/**
 * @param {string} name of a feature
 * @returns {boolean} whether the n8n that is being tested has it
 */
const has = (name) => !isOlder(version, features[name].since);

/**
 * @param {string} [name] of a feature, if the test needs one
 * @returns {typeof it} which counts the test as skipped where n8n lacks the feature
 */
const itWith = (name) => (!name || has(name) ? it : it.skip);

module.exports = { itWith, leftOut };
