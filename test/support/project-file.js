const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * The text of a file of this project.
 *
 * @param {string} file e.g. `docs/errors.md`
 */
const projectFile = (file) => readFileSync(join(__dirname, '../..', file), 'utf8');

module.exports = { projectFile };
