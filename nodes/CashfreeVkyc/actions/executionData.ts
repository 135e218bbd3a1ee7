import type { IExecuteFunctions } from 'n8n-workflow';
import type { CashfreeRequest } from '../transport/request';
import { idText } from './answer';

const key = 'verification_id';

/** The verification ID that an item's requests name; '' where they name none. */
const idIn = (requests: readonly CashfreeRequest[]): string =>
	requests.map(({ body, query }) => idText(body?.[key] ?? query?.[key])).find(Boolean) ?? '';

/**
 * Notes the verification ID of a run of one item in n8n's custom execution data, so that the execution
 * can be found by it, also where the item fails. n8n keeps ten such values for an execution.
 * Never throws: an n8n without this, or one that refuses it, runs the item all the same.
 */
export function noteVerificationId(
	context: IExecuteFunctions,
	requests: readonly CashfreeRequest[],
): void {
	if (context.getInputData().length !== 1) return;
	const id = idIn(requests);
	if (id === '') return;
	try {
		// older n8n versions have none
		const { customData } = context as Partial<IExecuteFunctions>;
		customData?.set(key, id);
	} catch {
		// the item matters more than the note
	}
}
