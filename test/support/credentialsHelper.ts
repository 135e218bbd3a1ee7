import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsExpressionResolveValues,
	IExecuteData,
	IHttpRequestOptions,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { getAdditionalKeys } from 'n8n-core';
import { ICredentialsHelper, NodeHelpers } from 'n8n-workflow';
import { authenticate, freshToken } from './authenticate';

/**
 * What the n8n server does with credentials, over data held in memory instead of its database.
 * Credentials are known by the name of their type; OAuth and external secrets are left out.
 */
export class CredentialsHelper extends ICredentialsHelper {
	/** How often the engine or a node asked for the decrypted data. */
	decryptions = 0;

	private readonly data: Record<string, ICredentialDataDecryptedObject>;

	/** @param data as a user would have saved it */
	constructor(
		private readonly types: Record<string, ICredentialType>,
		data: Record<string, ICredentialDataDecryptedObject>,
	) {
		super();
		this.data = { ...data };
	}

	type(name: string) {
		const type = this.types[name];
		if (!type) throw new Error(`Hand over the credential type "${name}" in credentialTypes.`);
		return type;
	}

	getParentTypes(name: string): string[] {
		const parents = this.type(name).extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode() {
		return true;
	}

	getCredentialsProperties(name: string): INodeProperties[] {
		const properties: INodeProperties[] = [];
		for (const type of [...this.getParentTypes(name).reverse(), name]) {
			NodeHelpers.mergeNodeProperties(properties, this.type(type).properties);
		}
		return properties;
	}

	/** The saved data with the defaults of the type's properties. */
	withDefaults(type: string): ICredentialDataDecryptedObject {
		const saved = this.data[type];
		if (!saved) throw new Error(`Hand over the data of the credential "${type}" in credentials.`);
		const data = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			saved as INodeParameters,
			true,
			false,
			null,
			null,
		);
		return data as ICredentialDataDecryptedObject;
	}

	/** @param values present within an execution only */
	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		values?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		this.decryptions += 1;
		if (raw) return { ...this.data[type] };
		const data = this.withDefaults(type);
		if (!values) return data;
		const resolved = values.workflow.expression.getParameterValue(
			data as INodeParameters,
			values.runExecutionData,
			values.runIndex,
			values.itemIndex,
			values.node.name,
			values.connectionInputData,
			mode,
			getAdditionalKeys(additionalData, mode, null, { isCredential: true }),
			executeData,
			false,
			data as INodeParameters,
		);
		return resolved as ICredentialDataDecryptedObject;
	}

	async authenticate(
		...[credentials, type, request, workflow, node]: Parameters<ICredentialsHelper['authenticate']>
	) {
		const options = request as IHttpRequestOptions;
		return await authenticate(this.type(type), credentials, options, workflow, node);
	}

	async preAuthentication(
		...[helpers, credentials, type, , expired]: Parameters<ICredentialsHelper['preAuthentication']>
	) {
		const fresh = await freshToken(this.type(type), helpers, credentials, expired);
		if (!fresh) return undefined;
		this.data[type] = { ...this.data[type], ...fresh };
		return Object.assign(credentials, fresh);
	}

	async unsupported(): Promise<never> {
		throw new Error('The test harness has no database for credentials.');
	}

	runPreAuthentication = this.unsupported;
	getCredentials = this.unsupported;
	updateCredentials = this.unsupported;
	updateCredentialsOauthTokenData = this.unsupported;
}
