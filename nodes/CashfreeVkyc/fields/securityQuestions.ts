import type { IDataObject } from 'n8n-workflow';
import type { ItemFields } from '../run/operation';
import { requiredText } from './text';

/**
 * The security questions of an item, numbered by their position.
 * `security_questions` of https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 *
 * @throws where a question or an answer is blank
 */
export function securityQuestions(fields: ItemFields): IDataObject[] | undefined {
	const given = fields.get('securityQuestions.question') ?? [];
	if (!Array.isArray(given)) {
		throw fields.fault('Security Questions')('is not a list', 'Add each question on its own.');
	}
	if (given.length === 0) return undefined;
	return given.map((entry: IDataObject, position) => {
		const order = position + 1;
		return {
			order,
			question: requiredText(entry.question, fields.fault(`Question ${order}`)),
			answer: requiredText(entry.answer, fields.fault(`Answer to question ${order}`)),
		};
	});
}
