import { answers } from '../answers';
import type { Operation } from '../request';

/** `POST /user`: https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/add-user */
export const create: Operation = ({ body }, { state }) => {
	return body.user_id !== undefined && state.users.has(body.user_id)
		? answers.user_id_already_exists
		: state.addUser(body);
};

/** `GET /user`: https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/get-user */
export const get: Operation = ({ query }, { state }) => {
	const { user_reference_id: reference, user_id: id } = query;
	if (!reference && !id) return answers.user_lookup_id_missing;
	return state.findUser(query) ?? notFound(query);
};

/** `PATCH /user`: https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/update-user */
export const update: Operation = ({ body }, { state }) => {
	const user = state.findUser(body);
	if (!user) return notFound(body);
	const { email = user.email, name = user.name, address = user.address } = body;
	return Object.assign(user, { email, name, address });
};

const notFound = (ids: { user_reference_id?: unknown }) =>
	ids.user_reference_id === undefined
		? answers.user_id_not_found
		: answers.user_reference_id_not_found;
