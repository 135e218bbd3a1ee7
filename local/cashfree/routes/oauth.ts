import { randomBytes } from 'node:crypto';
import type { Operation } from '../request';

const hour = 60 * 60 * 1000;
const indiaOffset = 5.5 * hour;

/**
 * `POST /oauth/token`: https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/oauth-token
 */
export const createToken: Operation = (_request, { state }) => {
	const india = new Date(state.now() + hour + indiaOffset).toISOString().slice(0, 19);
	return { access_token: randomBytes(24).toString('base64url'), expiry: `${india}+05:30` };
};
