/**
 * What a text with commas names, or an expression that results in a list of texts.
 *
 * @returns each entry without spaces around it, blank ones left out; undefined where an entry is no text
 */
export function commaList(value: unknown): string[] | undefined {
	const given: unknown[] = Array.isArray(value) ? value : [value];
	if (!given.every((entry) => typeof entry === 'string')) return undefined;
	return given
		.flatMap((entry) => entry.split(','))
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}
