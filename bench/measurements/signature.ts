import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { installPackage } from '../../local/n8n/communityPackage';
import type { Measurement } from '../measurement';
import { packageName } from '../support/nodes';
import { compared } from '../support/row';
import { inTurns } from '../support/turns';

const run = promisify(execFile);

/** @returns microseconds that OpenSSL needs with a public key of 2,048 bits */
async function openssl(): Promise<number> {
	const { stdout } = await run('openssl', ['speed', '-seconds', '2', 'rsa2048']);
	const perSecond = /rsa 2048 bits\s+\S+s\s+\S+s\s+\S+\s+(\S+)/.exec(stdout)?.[1];
	if (!perSecond) throw new Error(`openssl printed something else:\n${stdout}`);
	return 1e6 / Number(perSecond);
}

/**
 * Work H: the cost of a signature, with all headers, beside what OpenSSL needs for the same key.
 */
export const signature: Measurement = async ({ prepared, rounds, progress }) => {
	const { runtime, folder, tarball } = prepared;
	const userFolder = await fs.mkdtemp(path.join(folder, 'signature-'));
	await installPackage({ tarball, userFolder });
	const own = path.join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	const { publicKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	const keys = { clientId: 'CFBENCH', clientSecret: 'secret', apiVersion: '2024-12-01' };
	const credential = JSON.stringify({ ...keys, twoFactorMethod: 'publicKey', publicKey });
	const script = path.resolve(__dirname, '..', 'support', 'timeSigning.js');
	const args = [script, path.join(own, 'dist', 'credentials', 'sign.js'), credential];
	const env = { PATH: process.env.PATH, NODE_PATH: path.join(runtime.folder, 'node_modules') };
	const { ours, theirs } = await inTurns(
		{
			ours: async () => Number((await run(runtime.node, args, { env })).stdout),
			theirs: openssl,
		},
		rounds,
		(round) => progress.step(`H: round ${round} of ${rounds}`),
	);
	const head = { id: 'H', work: 'a signature, 2,048 bits', beside: 'openssl speed', reach: 1.5 };
	return [compared(head, 'microseconds', ours, theirs)];
};
