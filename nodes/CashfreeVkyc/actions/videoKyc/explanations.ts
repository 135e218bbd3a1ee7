import type { IDataObject } from 'n8n-workflow';
import { documentedStatuses } from '../../../shared/statusWords';

/** A sub-status that is not documented has no explanation. */
const explanations = new Map(
	documentedStatuses.flatMap(({ subStatuses }) => Object.entries(subStatuses)),
);

/** Adds the field `explanation` to an answer whose sub-status is known. */
export function explain(answer: IDataObject): IDataObject {
	const explanation = explanations.get(String(answer.sub_status));
	return explanation === undefined ? answer : { ...answer, explanation };
}
