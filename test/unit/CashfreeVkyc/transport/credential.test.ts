import { ExpressionError, NodeOperationError, OperationalError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { credentialReader } from '../../../../nodes/CashfreeVkyc/transport/credential';
import { scriptedContext } from '../../../support/scriptedContext';

/** A reader in a run whose items have these changes to the credential. */
function readerOf(...changes: Array<IDataObject | Error>) {
	const { context } = scriptedContext({});
	const usual = context.getCredentials;
	context.getCredentials = async (type, itemIndex = 0) => {
		const change = changes[itemIndex];
		if (change instanceof Error) throw change;
		return Object.assign(await usual<IDataObject>(type), change) as never;
	};
	return credentialReader(context);
}

const refusalOf = async (change: IDataObject | Error, itemIndex = 0) => {
	const changes = Array.from({ length: itemIndex + 1 }, () => change);
	return await readerOf(...changes)(itemIndex).catch((reason: unknown) => reason);
};

it('reads what to sign with, where to send, what to hide, and whose account it is', async () => {
	const { context } = scriptedContext({});
	expect(await readerOf({})(0)).toEqual({
		decrypted: {
			id: '',
			name: '',
			type: 'cashfreeSecureIdApi',
			data: await context.getCredentials('cashfreeSecureIdApi'),
		},
		address: 'https://sandbox.cashfree.com/verification',
		secrets: ['invented-id', 'invented-secret'],
		environment: 'sandbox',
		account: 'invented-id https://sandbox.cashfree.com/verification',
	});
});

it('reads it anew for each item, and shares what is the same', async () => {
	const read = readerOf({}, { clientSecret: 'another-secret' }, {});
	const [one, other, again] = [await read(0), await read(1), await read(2)];
	expect(again).toBe(one);
	expect(other.secrets).toEqual(['invented-id', 'another-secret']);
});

it.each<[string, IDataObject, boolean]>([
	['another secret of the same keys', { clientSecret: 'rotated' }, true],
	['a space beside the client ID', { clientId: ' invented-id ' }, true],
	['another client ID', { clientId: 'other-id' }, false],
	['another environment', { environment: 'production' }, false],
])('%s is the same account: %s', async (_, changes, isSame) => {
	const read = readerOf({}, changes);
	expect((await read(0)).account === (await read(1)).account).toBe(isSame);
});

it.each([
	["its 'Base URL'", { environment: 'custom', baseUrl: 'http://cashfree.example' }, 'Base URL'],
	["its 'Client Secret'", { clientSecret: '' }, 'Client Secret'],
	["its 'Public Key'", { twoFactorMethod: 'publicKey', publicKey: 'none' }, 'ublic key'],
	['what n8n says of it', new OperationalError('Credential "7" is gone'), 'Credential "7" is gone'],
])('refuses it for %s before anything is sent', async (_, credential, words) => {
	const error = await refusalOf(credential, 4);
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error).toMatchObject({
		message: expect.stringMatching(new RegExp(`${words}.* \\[item 4\\]$`)),
		description: expect.stringMatching(/'Credential to connect with'/),
		context: { itemIndex: 4, data: { code: 'invalid_credential', outcome: 'not_sent' } },
	});
});

it.each([
	['its expression', new ExpressionError('no Zoravar')],
	["its expression's code", new SyntaxError('Unexpected token in Zoravar')],
	['its expression, by n8n’s mark', new OperationalError('Zoravar [Error resolving credentials]')],
])('quotes nothing where %s fails, since that may hold the item', async (_, reason) => {
	const error = await refusalOf(reason);
	expect(error).toMatchObject({
		message: 'The credential cannot be read for this item [item 0]',
		description: expect.stringMatching(/expressions/),
		context: { data: { code: 'invalid_credential', outcome: 'not_sent' } },
	});
	expect(JSON.stringify([error, (error as Error).stack])).not.toContain('Zoravar');
});
