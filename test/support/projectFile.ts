import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of a file of this project.
 *
 * @param file e.g. `docs/errors.md`
 */
export const projectFile = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');
