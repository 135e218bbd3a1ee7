/** What to do where nothing more is known of a value that is no date. */
export const dateRule = "Use n8n's date picker, or write 1995-02-28 or 28-02-1995.";

/** Leaves as it is what has another form or does not exist: the same expression reads all items. */
const expression = (format: string, method: string) =>
	`{{ DateTime.fromFormat(String($json.date).trim(), "${format}").${method} ?? $json.date }}`;

/** A day of unclear order: `02/03/1995`, `2.3.1995`, with a time of day or without. */
const numbers = /^\d{1,2}([/.-])\d{1,2}\1\d{4}( \d{1,2}:\d{2}(:\d{2})?)?$/;
const monthName = /^\d{1,2}([ /-])[A-Za-z]{3}\1\d{4}$/;
/** Days since 30 December 1899, from 1927 on: with fewer digits, a year looks alike */
const serial = /^\d{5}(\.\d+)?$/;

/**
 * What to do about a value that is no date in a form that is understood: the cause, and the expression
 * that mends it, where its form tells. Never quotes the value.
 *
 * @param given as it came, a text or a number
 * @param method of a Luxon date, by which the expression writes it
 */
export function dateRecipe(given: unknown, method: 'toISODate()' | 'toISO()'): string {
	const text = typeof given === 'number' || typeof given === 'string' ? String(given).trim() : '';
	const [, mark, time, seconds] = numbers.exec(text) ?? [];
	if (mark) {
		const clock = time ? ` H:mm${seconds ? ':ss' : ''}` : '';
		const dayFirst = expression(`d${mark}M${mark}yyyy${clock}`, method);
		const monthFirst = expression(`M${mark}d${mark}yyyy${clock}`, method);
		return `It could have the day or the month first. Use an expression, with your field for $json.date: ${dayFirst} for day first, ${monthFirst} for month first.`;
	}
	const [, gap] = monthName.exec(text) ?? [];
	if (gap) {
		const recipe = expression(`d${gap}MMM${gap}yyyy`, method);
		return `Its month is a word. Use an expression, with your field for $json.date: ${recipe}.`;
	}
	if (serial.test(text)) {
		const recipe = `{{ /^\\s*\\d{5}(\\.\\d+)?\\s*$/.test($json.date) ? DateTime.fromISO("1899-12-30").plus({ days: Number($json.date) }).${method} : $json.date }}`;
		return `It is a number, as Excel and Google Sheets store a date. Use an expression, with your field for $json.date: ${recipe}.`;
	}
	return dateRule;
}
