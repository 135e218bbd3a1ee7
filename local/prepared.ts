import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { name as packageName } from '../package.json';
import { readWorkflows, withCredential } from './n8n/examples';
import { isFree } from './n8n/ports';
import type { SavedWorkflow } from './n8n/rest';
import type { N8n } from './n8n/server';

export const root = path.dirname(__dirname);

/** @throws with what to do where a program listens on the port; 0 stands for any free one */
export async function requireFree(command: string, option: string, port: number) {
	if (port === 0 || (await isFree(port))) return;
	throw new Error(
		`Port ${port} is in use. Stop the program that uses it, or choose another port: ` +
			`${command} -- ${option} N`,
	);
}

export interface Filled {
	owner: { email: string; password: string };
	/** by file name */
	examples: Map<string, SavedWorkflow>;
}

/**
 * Gives a fresh n8n what a builder would enter first: an owner account, the credential and the
 * example workflows.
 */
export async function fillN8n(
	{ rest }: N8n,
	credential: { name: string; data: Record<string, unknown> },
): Promise<Filled> {
	const owner = { email: 'owner@example.com', password: `Vkyc1${randomBytes(9).toString('hex')}` };
	await rest.setUpOwner(owner);
	const saved = await rest.createCredential({ ...credential, type: 'cashfreeSecureIdApi' });
	const examples = new Map<string, SavedWorkflow>();
	for (const { file, workflow } of await readWorkflows(path.join(root, 'examples'), packageName)) {
		const filledIn = withCredential(workflow, saved, packageName);
		examples.set(file, await rest.createWorkflow(filledIn));
	}
	return { owner, examples };
}

/** @returns what a user needs to know to use it */
export const whereToGo = ({ url }: N8n, { owner }: Filled, cashfree: string): string => `
n8n:      ${url}
E-mail:   ${owner.email}
Password: ${owner.password}
Cashfree: ${cashfree}
`;
