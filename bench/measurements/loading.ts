import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { installPackage } from '../../local/n8n/communityPackage';
import type { Measurement } from '../measurement';
import { packageName } from '../support/n8n';
import { median, ratio, summary } from '../support/stats';

const run = promisify(execFile);

/** n8n's own nodes of like kind: an action node, a trigger node and the credential of one service. */
const likeKind = [
	['Stripe/Stripe', 'Stripe/StripeTrigger', 'StripeApi'],
	['PayPal/PayPal', 'PayPal/PayPalTrigger', 'PayPalApi'],
	['Onfleet/Onfleet', 'Onfleet/OnfleetTrigger', 'OnfleetApi'],
	['Linear/Linear', 'Linear/LinearTrigger', 'LinearApi'],
	['CustomerIo/CustomerIo', 'CustomerIo/CustomerIoTrigger', 'CustomerIoApi'],
	['Chargebee/Chargebee', 'Chargebee/ChargebeeTrigger', 'ChargebeeApi'],
	['Freshdesk/Freshdesk', undefined, 'FreshdeskApi'],
	['HelpScout/HelpScout', 'HelpScout/HelpScoutTrigger', 'HelpScoutOAuth2Api'],
	['Wise/Wise', 'Wise/WiseTrigger', 'WiseApi'],
];

/** @returns bytes of all files in it */
async function sizeOf(folder: string): Promise<number> {
	const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const stats = await Promise.all(
		files.map((file) => fs.stat(path.join(file.parentPath, file.name))),
	);
	return stats.reduce((sum, { size }) => sum + size, 0);
}

/** Work G: loading the package's node and credential classes, and the size of the package. */
export const loading: Measurement = async ({ prepared, rounds, progress }) => {
	const { runtime, folder, tarball } = prepared;
	const userFolder = await fs.mkdtemp(path.join(folder, 'loading-'));
	await installPackage({ tarball, userFolder });
	const own = path.join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	const { n8n } = JSON.parse(await fs.readFile(path.join(own, 'package.json'), 'utf8'));
	const ownFiles = [...n8n.credentials, ...n8n.nodes].map((file) => path.join(own, file));
	const dist = path.join(runtime.folder, 'node_modules', 'n8n-nodes-base', 'dist');
	const theirFiles = likeKind.map(([action, trigger, credential]) => [
		path.join(dist, 'credentials', `${credential}.credentials.js`),
		path.join(dist, 'nodes', `${action}.node.js`),
		...(trigger ? [path.join(dist, 'nodes', `${trigger}.node.js`)] : []),
	]);

	const timeLoading = async (files: string[]) => {
		const script = path.resolve(__dirname, '..', 'support', 'timeLoading.js');
		const modules = path.join(runtime.folder, 'node_modules');
		const env = { PATH: process.env.PATH, NODE_PATH: modules };
		return Number((await run(runtime.node, [script, modules, ...files], { env })).stdout);
	};

	const ours = [];
	const theirs = [];
	for (let round = 0; round < rounds; round++) {
		progress.step(`G: round ${round + 1} of ${rounds}`);
		ours.push(await timeLoading(ownFiles));
		const all = [];
		for (const files of theirFiles) all.push(await timeLoading(files));
		theirs.push(median(all));
	}
	const size = await sizeOf(own);
	return [
		{
			id: 'G time',
			work: 'loading the package',
			beside: `the median of ${likeKind.length} services of n8n's own`,
			reach: 1,
			ratio: ratio(ours, theirs),
			ms: { ours: summary(ours), theirs: summary(theirs) },
		},
		{
			...{ id: 'G size', work: 'unpacked size', beside: '200 kB', reach: 1 },
			ratio: summary([size / 200_000]),
			bytes: size,
		},
	];
};
