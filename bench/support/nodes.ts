import type { Credential } from '../../local/n8n/examples';
import { newNode } from '../../local/n8n/workflowNode';
import { name as packageName } from '../../package.json';
import { barePackageName } from './bareNodes';

export { packageName };

/** @param run tells the items of one run from those of another */
export const leads = (count: number, run: string) =>
	Array.from({ length: count }, (_, index) => ({
		verification_id: `${run}-${index}`,
		user_id: `user-${index}`,
	}));

const ofLead = {
	verificationId: '={{ $json.verification_id }}',
	identifyUserBy: 'userId',
	userId: '={{ $json.user_id }}',
};

export const initiateNode = (options: object = {}, settings: object = {}) =>
	newNode('Measured', `${packageName}.cashfreeVkyc`, { ...ofLead, options }, settings);

/** The bare node with the same credential, the same parameters and the same body. */
export const bareRequest = ({ id, name, type }: Credential, options: object = {}) =>
	newNode(...(['Measured', `${barePackageName}.bareRequest`, { ...ofLead, options }] as const), {
		credentials: { [type]: { id, name } },
	});

/** The built-in HTTP Request node with the same credential and the same body. */
export const httpRequest = (
	baseUrl: string,
	{ id, name, type }: Credential,
	options: object = {},
) =>
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
