/** Whether a field was left empty: no value, a text of blanks, an empty list. */
export function isBlank(value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 0;
	return value === null || value === undefined || (typeof value === 'string' && !value.trim());
}
