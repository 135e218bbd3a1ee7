import fs from 'node:fs/promises';
import { startCashfree } from '../../local/cashfree';
import type { WorkflowNode } from '../../local/n8n/examples';
import { newNode } from '../../local/n8n/workflowNode';
import type { Measurement } from '../measurement';
import { start } from '../support/n8n';
import { packageName } from '../support/nodes';
import { compared } from '../support/row';
import { summary } from '../support/stats';
import { inTurns } from '../support/turns';

const size = 600_000_000;
const memoryToReach = 64;

/** @returns a value of the process in MB (Linux) */
async function memoryOf(pid: number, name: 'VmHWM' | 'VmRSS'): Promise<number> {
	const status = await fs.readFile(`/proc/${pid}/status`, 'utf8');
	return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
}

const ours = () =>
	newNode('Measured', `${packageName}.cashfreeVkyc`, {
		...{ resource: 'videoKyc', operation: 'getRecording', verificationId: '={{ $json.id }}' },
		options: { maximumSize: 1000 },
	});

/** The built-in node, which gets the link with its item. */
const theirs = () =>
	newNode(
		'Measured',
		'n8n-nodes-base.httpRequest',
		{ url: '={{ $json.link }}', options: { response: { response: { responseFormat: 'file' } } } },
		{ typeVersion: 4.2 },
	);

/** Work J: one recording of 600 MB, each time in a fresh n8n that has warmed up with one of 1 MB. */
export const recording: Measurement = async ({ prepared, rounds, progress }) => {
	const cashfree = await startCashfree({ twoFactor: 'ipWhitelist' });
	const { clientId, clientSecret } = cashfree;
	const credential = {
		...{ environment: 'custom', baseUrl: cashfree.url, apiVersion: '2024-12-01' },
		...{ clientId, clientSecret, twoFactorMethod: 'ipWhitelist' },
	};
	const item = (id: string) => {
		const verification = cashfree.verifications.get(id);
		return { id, link: verification && cashfree.recordings.linkOf(verification) };
	};

	async function measured(node: () => WorkflowNode): Promise<{ mb: number; ms: number }> {
		const env = { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' };
		const n8n = await start(prepared, credential, { env });
		try {
			const initiate = newNode('Measured', `${packageName}.cashfreeVkyc`, {
				...{ verificationId: '={{ $json.id }}', phone: '9988776655' },
			});
			await n8n.measure(initiate, [{ id: 'small' }, { id: 'large' }]);
			cashfree.record('small', { size: 1_000_000 });
			cashfree.record('large', { size });
			await n8n.measure(node(), [item('small')]);
			const before = await memoryOf(n8n.pid, 'VmRSS');
			// the highest memory from now on
			await fs.writeFile(`/proc/${n8n.pid}/clear_refs`, '5');
			const { ms } = await n8n.measure(node(), [item('large')]);
			const { completed } = cashfree.recordings.downloads.get('large') ?? {};
			if (completed !== 1) throw new Error(`${completed} downloads were whole`);
			return { mb: (await memoryOf(n8n.pid, 'VmHWM')) - before, ms };
		} finally {
			await n8n.stop();
			cashfree.reset();
		}
	}

	try {
		const all = await inTurns(
			{ ours: async () => await measured(ours), theirs: async () => await measured(theirs) },
			rounds,
			(round) => progress.step(`J: round ${round} of ${rounds}`),
		);
		const each = (name: keyof typeof all, what: 'mb' | 'ms') => all[name].map((one) => one[what]);
		const memory = {
			...{ id: 'J memory', work: 'a recording of 600 MB: added memory' },
			mb: { ours: summary(each('ours', 'mb')), theirs: summary(each('theirs', 'mb')) },
		};
		const head = { id: 'J time', work: 'a recording of 600 MB: time', beside: 'HTTP Request node' };
		return [
			{
				...{ ...memory, beside: `${memoryToReach} MB`, reach: 1 },
				ratio: summary(each('ours', 'mb').map((mb) => mb / memoryToReach)),
			},
			compared(
				{ ...memory, id: 'J memory HTTP', beside: 'HTTP Request node' },
				...(['mb', each('ours', 'mb'), each('theirs', 'mb')] as const),
			),
			compared({ ...head, reach: 1.05 }, 'ms', each('ours', 'ms'), each('theirs', 'ms')),
		];
	} finally {
		await cashfree.close();
	}
};
