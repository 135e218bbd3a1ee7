import type { IDataObject } from 'n8n-workflow';
import { ExactNumber } from '../../shared/exactJson';

/** Whether a value of an answer is a text that says something. */
export const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Whether a value of an answer is the address of a web page. */
export const isLink = (value: unknown): boolean =>
	typeof value === 'string' && /^https?:\/\/\S/i.test(value) && URL.canParse(value);

/** An ID as text, '' where it is none: Cashfree's pages have the same ones as text and as numbers. */
export const idText = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' || value instanceof ExactNumber
		? String(value)
		: '';

/** Whether a value of an answer is a number that Cashfree gives out, of 64 bit, e.g. `11174`. */
export const isReferenceId = (value: unknown): boolean => /^[1-9]\d{0,18}$/.test(idText(value));

/** Whether a value of an answer says nothing. */
export const isMissing = (value: unknown): boolean =>
	value === undefined || value === null || value === '';

/** Whether an answer is about what was asked for: has the same IDs, e.g. the same `user_id`. */
export const hasIds = (answer: IDataObject, asked: IDataObject): boolean =>
	Object.entries(asked).every(
		([key, id]) => idText(id) !== '' && idText(answer[key]) === idText(id),
	);
