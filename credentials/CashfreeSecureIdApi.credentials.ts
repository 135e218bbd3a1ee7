import type { IAuthenticate, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';
import { defaultApiVersion, sign } from './sign';

/**
 * Cashfree Secure ID keys. `credentialTest.ts` tests them: n8n's own credential test can only compare
 * a status or a value, which does not tell Cashfree's answers apart.
 */
export class CashfreeSecureIdApi implements ICredentialType {
	name = 'cashfreeSecureIdApi';

	displayName = 'Cashfree Secure ID API';

	icon: Icon = {
		light: 'file:../icons/cashfree-vkyc.svg',
		dark: 'file:../icons/cashfree-vkyc.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-cashfree-vkyc/n8n-nodes-cashfree-vkyc/blob/main/README.md#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'Use the keys of Secure ID. Keys of Cashfree Payments and Payouts do not work here.',
			name: 'keysNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Sandbox', value: 'sandbox' },
				{ name: 'Production', value: 'production' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'sandbox',
			description:
				'The environment that the keys belong to. Sandbox sends no SMS or WhatsApp message.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			displayOptions: { show: { environment: ['custom'] } },
			required: true,
			default: '',
			placeholder: 'e.g. https://kyc-gateway.example.com/verification',
			description:
				'Base address of the API, without the path of a request. It must start with https://, or with http:// for a server on this machine.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'In the Cashfree dashboard: Developers > API Keys, on the Secure ID card',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Shown with the client ID when you generate the key',
		},
		{
			displayName: "Sandbox needs no two-factor method: leave 'Two-Factor Method' as it is",
			name: 'sandboxNotice',
			type: 'notice',
			displayOptions: { show: { environment: ['sandbox'] } },
			default: '',
		},
		{
			displayName: 'Two-Factor Method',
			name: 'twoFactorMethod',
			type: 'options',
			options: [
				{
					name: 'IP Whitelist',
					value: 'ipWhitelist',
					description: 'The public IP address of n8n is whitelisted in the Cashfree dashboard',
				},
				{
					name: 'Public Key',
					value: 'publicKey',
					description: "Each request is signed with Cashfree's public key, from any IP address",
				},
			],
			default: 'ipWhitelist',
			description:
				'The method chosen in the Cashfree dashboard: Developers > Two-Factor Authentication, on the Secure ID card.',
		},
		{
			displayName: 'Public Key',
			name: 'publicKey',
			type: 'string',
			typeOptions: { rows: 10 },
			displayOptions: { show: { twoFactorMethod: ['publicKey'] } },
			required: true,
			default: '',
			placeholder: 'e.g. -----BEGIN PUBLIC KEY----- ...',
			description:
				'The complete text of the file from the Cashfree dashboard. Missing line breaks and quotes around it do not matter.',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: defaultApiVersion,
			placeholder: 'e.g. 2024-12-01',
			description: 'Leave as it is, unless Cashfree tells you to use another version',
		},
		{
			displayName: 'Earlier Client Secrets',
			name: 'earlierClientSecrets',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For the trigger only, while keys are being changed: the client secrets that Cashfree may still sign events with, separated by commas',
		},
	];

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		sign(credentials, requestOptions);
}
