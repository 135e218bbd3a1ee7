import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	Workflow,
} from 'n8n-workflow';
import { isExpression } from 'n8n-workflow';

/**
 * Signs a request as the n8n server does: by the credential type's function, or by the entries of
 * its declaration (`headers`, `qs`, `body`, `auth`), whose expressions see `$credentials`.
 *
 * @param request changed in place by a declaration
 */
export async function authenticate(
	{ authenticate }: ICredentialType,
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
	workflow?: Workflow,
	node?: INode,
): Promise<IHttpRequestOptions> {
	if (!authenticate) return request;
	if (typeof authenticate === 'function') return await authenticate(credentials, request);
	if (!workflow || !node) throw new Error('A declared authentication needs a workflow and a node.');

	const resolve = (value: string) => {
		if (!isExpression(value)) return value;
		const keys = { $credentials: credentials };
		const { expression } = workflow;
		return String(expression.getSimpleParameterValue(node, value, 'internal', keys) || '');
	};
	const options = request as unknown as Record<string, IDataObject>;
	options.headers ??= {};
	for (const [part, entries] of Object.entries(authenticate.properties)) {
		const resolved = (options[part] ??= {});
		for (const [key, value] of Object.entries(entries)) {
			resolved[resolve(key)] = resolve(String(value));
		}
	}
	return request;
}

/**
 * What a credential type's `preAuthentication` gives. As on the server it is asked only where the
 * type has a hidden property marked `expirable`, and where that is empty or has expired.
 */
export async function freshToken(
	{ properties, preAuthentication }: ICredentialType,
	helpers: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
	expired: boolean,
): Promise<ICredentialDataDecryptedObject | undefined> {
	const token = properties.find(
		({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
	);
	if (!token || !preAuthentication) return undefined;
	if (credentials[token.name] !== '' && !expired) return undefined;
	const output = await preAuthentication.call(helpers, credentials);
	if (output[token.name] === undefined) return undefined;
	return output as ICredentialDataDecryptedObject;
}
