const { newNode, packageName } = require('./n8n');

/**
 * @param {number} count
 * @param {string} run tells the items of one run from those of another
 */
const leads = (count, run) =>
	Array.from({ length: count }, (_, index) => ({
		verification_id: `${run}-${index}`,
		user_id: `user-${index}`,
	}));

/** @param {object} [options] */
const initiate = (options = {}) =>
	newNode('Measured', `${packageName}.cashfreeVkyc`, {
		verificationId: '={{ $json.verification_id }}',
		identifyUserBy: 'userId',
		userId: '={{ $json.user_id }}',
		options,
	});

/**
 * The built-in HTTP Request node with the same credential and the same body.
 *
 * @param {string} baseUrl
 * @param {{ id: string, name: string, type: string }} credential
 * @param {object} [options]
 */
const httpRequest = (baseUrl, { id, name, type }, options = {}) =>
	newNode(
		'Measured',
		'n8n-nodes-base.httpRequest',
		{
			method: 'POST',
			url: `${baseUrl}/vkyc`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: type,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={
  "verification_id": "{{ $json.verification_id }}",
  "user_template": "vkyc_user_template_v1",
  "agent_template": "vkyc_agent_template_v2",
  "user_id": "{{ $json.user_id }}",
  "notification_types": ["sms", "whatsapp"]
}`,
			options,
		},
		{ typeVersion: 4.2, credentials: { [type]: { id, name } } },
	);

module.exports = { httpRequest, initiate, leads };
