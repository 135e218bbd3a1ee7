/**
 * JavaScript for an expression in a node's `subtitle`, where n8n offers nothing but `$parameter`.
 *
 * @param words under each value, what to show instead
 * @param value JavaScript that results in a text; it is shown as it is where no words are known for it
 */
export const wordsFor = (words: Record<string, string>, value: string): string =>
	`((${JSON.stringify(words)})[${value}] ?? ${value})`;
