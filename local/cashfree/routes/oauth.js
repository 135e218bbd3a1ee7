'use strict';
const { randomBytes } = require('node:crypto');

const hour = 60 * 60 * 1000;
const indiaOffset = 5.5 * hour;

/**
 * `POST /oauth/token`: https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/oauth-token
 * @type {import('../server.js').Operation}
 */
function createToken(_request, { state }) {
	const india = new Date(state.now() + hour + indiaOffset).toISOString().slice(0, 19);
	return { access_token: randomBytes(24).toString('base64url'), expiry: `${india}+05:30` };
}

module.exports = { createToken };
