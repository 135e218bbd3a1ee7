import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { installPackage, packPackage } from '../../local/n8n/communityPackage';
import type { Progress } from '../../local/n8n/progress';
import { ensureRuntime } from '../../local/n8n/runtime';
import { startN8n } from '../../local/n8n/server';
import { buildBareNodes, installBareNodes } from './bareNodes';
import { workflowsOf } from './workflows';

export const root = path.resolve(__dirname, '..', '..');

export type Prepared = Awaited<ReturnType<typeof prepare>>;

export type Started = Awaited<ReturnType<typeof start>>;

/** The n8n to measure in, the packed package, and the bare nodes. */
export async function prepare(progress: Progress) {
	const runtime = await ensureRuntime({ progress });
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-bench-'));
	progress.step('Building and packing the package');
	const tarball = await packPackage({ source: root, target: folder });
	const bareNodes = path.join(folder, 'bare-nodes');
	await buildBareNodes(bareNodes);
	return { runtime, folder, tarball, bareNodes };
}

/**
 * Starts a fresh n8n with the package and the bare nodes.
 *
 * @param data credential of the type Cashfree Secure ID API
 * @param options `env`: further settings of n8n; `nodeOptions`: options of Node for it
 */
export async function start(
	{ runtime, folder, tarball, bareNodes }: Prepared,
	data: Record<string, string>,
	{ env, nodeOptions = [] }: { env?: Record<string, string>; nodeOptions?: string[] } = {},
) {
	const userFolder = await fs.mkdtemp(path.join(folder, 'n8n-'));
	await installPackage({ tarball, userFolder });
	await installBareNodes(bareNodes, userFolder);
	const n8n = await startN8n({
		...{ runtime, userFolder, nodeOptions, encryptionKey: 'bench-encryption-key' },
		env: { N8N_PAYLOAD_SIZE_MAX: '64', ...env },
	});
	await n8n.rest.setUpOwner({ email: 'owner@example.com', password: 'Builder1Password' });
	const type = 'cashfreeSecureIdApi';
	const credential = await n8n.rest.createCredential({ name: 'Bench', type, data });
	return { ...n8n, credential, ...workflowsOf(n8n.rest, credential) };
}
