import { NodeHelpers } from 'n8n-workflow';
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { CashfreeSecureIdApi } from '../../../credentials/CashfreeSecureIdApi.credentials';

/** What starts with a capital letter and says more than a word. */
const sentence = /^[A-Z].* \S+/;
let credential: ICredentialType;
let properties: Map<string, INodeProperties>;

describe('the form of the credential', () => {
	beforeEach(() => {
		credential = new CashfreeSecureIdApi();
		properties = new Map(credential.properties.map((property) => [property.name, property]));
	});
	const shownFor = (values: Record<string, string>) =>
		credential.properties
			.filter((property: INodeProperties) =>
				NodeHelpers.displayParameter(values, property, null, null),
			)
			.map(({ displayName }) => displayName);

	it('starts with the sandbox, the IP whitelist and the API version of the documentation, else empty', () => {
		const defaults = credential.properties.map(({ name, default: value }) => [name, value]);
		expect(Object.fromEntries(defaults)).toEqual({
			keysNotice: '',
			environment: 'sandbox',
			baseUrl: '',
			clientId: '',
			clientSecret: '',
			sandboxNotice: '',
			twoFactorMethod: 'ipWhitelist',
			publicKey: '',
			apiVersion: '2024-12-01',
			earlierClientSecrets: '',
		});
	});

	it('has choices for what Cashfree and n8n know, and texts for the rest', () => {
		const types = credential.properties.map(({ type }) => type);
		const [notice, environment, ...more] = types;
		expect([notice, environment]).toEqual(['notice', 'options']);
		expect(more.filter((type) => type !== 'string')).toEqual(['notice', 'options']);
		const choices = (name: string) => properties.get(name)?.options;
		expect(choices('environment')).toEqual([
			{ name: 'Sandbox', value: 'sandbox' },
			{ name: 'Production', value: 'production' },
			{ name: 'Custom', value: 'custom' },
		]);
		expect(choices('twoFactorMethod')).toMatchObject([
			{ name: 'IP Whitelist', value: 'ipWhitelist', description: expect.stringMatching(sentence) },
			{ name: 'Public Key', value: 'publicKey', description: expect.stringMatching(sentence) },
		]);
	});

	it('says of each field what it is for, and shows an example where a form is wanted', () => {
		expect(credential.properties[0]?.displayName).toMatch(/keys of Secure ID/);
		const fields = credential.properties.filter(({ type }) => type !== 'notice');
		for (const { displayName, description } of fields) {
			expect(displayName).toMatch(/^[A-Z]/);
			expect(description).toMatch(sentence);
		}
		for (const name of ['baseUrl', 'publicKey', 'apiVersion']) {
			expect(properties.get(name)?.placeholder).toMatch(/^e\.g\. /);
		}
	});

	it('wants what no request can do without', () => {
		const required = credential.properties.filter((property) => property.required);
		expect(required.map(({ name }) => name)).toEqual([
			'baseUrl',
			'clientId',
			'clientSecret',
			'publicKey',
		]);
	});

	it('is found by the nodes under its name, and by people under Cashfree Secure ID', () => {
		expect(credential).toMatchObject({
			name: 'cashfreeSecureIdApi',
			displayName: 'Cashfree Secure ID API',
			documentationUrl: expect.stringMatching(/\/README\.md#credentials$/),
			icon: {
				light: expect.stringMatching(/^file:.*\.svg$/),
				dark: expect.stringMatching(/^file:.*\.dark\.svg$/),
			},
		});
	});

	it('asks for a base URL and a public key only where they count', () => {
		const always = [
			'Environment',
			'Client ID',
			'Client Secret',
			'Two-Factor Method',
			'API Version',
		];
		const simple = shownFor({ environment: 'production', twoFactorMethod: 'ipWhitelist' });
		expect(simple).toEqual(expect.arrayContaining(always));
		expect(simple).not.toContain('Base URL');
		expect(simple).not.toContain('Public Key');
		const all = shownFor({ environment: 'custom', twoFactorMethod: 'publicKey' });
		expect(all).toEqual(expect.arrayContaining([...always, 'Base URL', 'Public Key']));
	});

	it('says beside the two-factor method that Sandbox needs none, and only there', () => {
		const sandbox = shownFor({ environment: 'sandbox', twoFactorMethod: 'ipWhitelist' });
		const before = sandbox[sandbox.indexOf('Two-Factor Method') - 1];
		expect(before).toMatch(/^Sandbox needs no two-factor method/);
		for (const environment of ['production', 'custom']) {
			expect(shownFor({ environment, twoFactorMethod: 'publicKey' })).not.toContain(before);
		}
	});

	it('hides the secrets while they are typed, and takes a public key of several lines', () => {
		for (const name of ['clientSecret', 'earlierClientSecrets']) {
			expect(properties.get(name)?.typeOptions).toEqual({ password: true });
		}
		expect(properties.get('publicKey')?.typeOptions?.rows).toBeGreaterThan(5);
	});

	it('leaves its test to the node, whose function can tell more outcomes apart', () => {
		expect(credential.test).toBeUndefined();
	});
});
