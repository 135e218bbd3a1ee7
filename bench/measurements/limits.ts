import { setTimeout as sleep } from 'node:timers/promises';
import { startCashfree } from '../../local/cashfree';
import type { Measurement } from '../measurement';
import { newNode, packageName, start } from '../support/n8n';
import { httpRequest, initiateNode } from '../support/nodes';
import { summary } from '../support/stats';

const count = 500;
const limit = 100;
const windowMs = 3000;
const user = 'bench-user';

const leads = (run: string) =>
	Array.from({ length: count }, (_, index) => ({
		verification_id: `${run}-${index}`,
		user_id: user,
	}));

/**
 * The time from the first request to the last one.
 *
 * @param requests of the server's log, newest last
 */
const spanOf = (requests: { at: number }[]) =>
	(requests.at(-1)?.at ?? NaN) - (requests[0]?.at ?? NaN);

/**
 * Work C: 500 items against a limit of 100 in each 3 s, beside the shortest time that this limit
 * allows, which is four waits. Both the node's whole time and that in which it sends.
 */
export const limits: Measurement = async ({ prepared, rounds, progress }) => {
	const cashfree = await startCashfree();
	const { url: baseUrl, clientId, clientSecret, publicKey } = cashfree;
	const keys = { clientId, clientSecret, publicKey, twoFactorMethod: 'publicKey' };
	const credential = { environment: 'custom', baseUrl, apiVersion: '2024-12-01', ...keys };
	const n8n = await start(prepared, credential);
	const shortest = (count / limit - 1) * windowMs;
	const ours = [];
	const sending = [];
	const theirs = [];
	const lost = [];
	try {
		const create = { resource: 'user', operation: 'create', phone: '9900000001', newUserId: user };
		await n8n.measure(newNode('Measured', `${packageName}.cashfreeVkyc`, create), [{}]);
		cashfree.set({ limits: { limit, windowMs } });
		for (let round = 0; round < rounds; round++) {
			progress.step(`C: round ${round + 1} of ${rounds}`);
			await sleep(windowMs);
			const before = cashfree.requests.length;
			const our = await n8n.measure(initiateNode(), leads(`ours-${round}`));
			sending.push(spanOf(cashfree.requests.slice(before)));
			const sent = leads(`ours-${round}`).filter(({ verification_id: id }) =>
				cashfree.verifications.has(id),
			);
			if (our.items !== count || sent.length !== count) throw new Error('An item was lost.');
			ours.push(our.ms);
			await sleep(windowMs);
			const node = httpRequest(baseUrl, n8n.credential);
			const their = await n8n.measure(
				{ ...node, onError: 'continueRegularOutput' },
				leads(`theirs-${round}`),
			);
			theirs.push(their.ms);
			lost.push(their.json.filter((json) => 'error' in json).length);
		}
	} finally {
		await n8n.stop();
		await cashfree.close();
	}
	const beside = "the limit's own minimum, 12 s";
	return [
		{
			...{ id: 'C', work: '500 items, 100 admitted in each 3 s', beside, reach: 1.05 },
			ratio: summary(ours.map((ms) => ms / shortest)),
			ms: { ours: summary(ours), theirs: summary(theirs) },
			lostByHttpRequest: summary(lost),
		},
		{
			...{ id: 'C sending', work: '… from the first request to the last', beside, reach: 1.05 },
			ratio: summary(sending.map((ms) => ms / shortest)),
			ms: summary(sending),
		},
	];
};
