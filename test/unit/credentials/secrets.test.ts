import { secretsOf } from '../../../credentials/secrets';

it('are the keys of the credential that are not empty, each as a text', () => {
	const keys = { clientId: 'CF1', clientSecret: 42, earlierClientSecrets: 'a,b', publicKey: 'PEM' };
	expect(secretsOf({ ...keys, environment: 'sandbox' })).toEqual(['CF1', '42', 'a,b', 'PEM']);
	expect(secretsOf({ clientId: '', publicKey: undefined as never })).toEqual([]);
});
