import { setTimeout as sleep } from 'node:timers/promises';
import { startCashfree } from '../../local/cashfree';
import type { WorkflowNode } from '../../local/n8n/examples';
import { newNode } from '../../local/n8n/workflowNode';
import type { Measurement } from '../measurement';
import { start } from '../support/n8n';
import { httpRequest, initiateNode, packageName } from '../support/nodes';
import { summary } from '../support/stats';
import { inTurns } from '../support/turns';

const count = 500;
const limit = 100;
const windowMs = 3000;
const shortest = (count / limit - 1) * windowMs;
const user = 'bench-user';

const leads = (run: number) =>
	Array.from({ length: count }, (_, index) => ({
		verification_id: `run-${run}-${index}`,
		user_id: user,
	}));

/** Work C: 500 items against a limit of 100 in each 3 s, whose least time is four waits. */
export const limits: Measurement = async ({ prepared, rounds, progress }) => {
	const cashfree = await startCashfree();
	const { url: baseUrl, clientId, clientSecret, publicKey } = cashfree;
	const keys = { clientId, clientSecret, publicKey, twoFactorMethod: 'publicKey' };
	const credential = { environment: 'custom', baseUrl, apiVersion: '2024-12-01', ...keys };
	const n8n = await start(prepared, credential);
	let runs = 0;

	/** Begins in a fresh window. */
	async function measured(node: WorkflowNode) {
		await sleep(windowMs);
		const items = leads(++runs);
		const before = cashfree.requests.length;
		const { ms, json } = await n8n.measure(node, items);
		const sent = cashfree.requests.slice(before);
		return {
			ms,
			/** from the first request to the last */
			sending: (sent.at(-1)?.at ?? NaN) - (sent[0]?.at ?? NaN),
			lost: items.filter(({ verification_id: id }) => !cashfree.verifications.has(id)).length,
			failed: count - json.filter((each) => !('error' in each)).length,
		};
	}

	try {
		const create = { resource: 'user', operation: 'create', phone: '9900000001', newUserId: user };
		await n8n.measure(newNode('Measured', `${packageName}.cashfreeVkyc`, create), [{}]);
		cashfree.set({ limits: { limit, windowMs } });
		const onError = 'continueRegularOutput';
		const their = { ...httpRequest(baseUrl, n8n.credential), onError };
		const { ours, oursWithStop, theirs } = await inTurns(
			{
				ours: async () => await measured(initiateNode({}, { onError })),
				oursWithStop: async () => await measured(initiateNode()),
				theirs: async () => await measured(their),
			},
			rounds,
			(round) => progress.step(`C: round ${round} of ${rounds}`),
		);
		if ([...ours, ...oursWithStop].some(({ lost, failed }) => lost + failed > 0)) {
			throw new Error('Items were lost, or failed.');
		}
		const lost = summary(theirs.map((each) => each.lost));
		const line = (name: string, all: typeof ours) => ({
			id: `C ${name}`,
			work: `500 items, 100 admitted in each 3 s, On Error: ${name}`,
			beside: `the limit's own minimum, 12 s; the HTTP Request node loses ${lost.median}`,
			reach: 1.03,
			ratio: summary(all.map(({ ms }) => ms / shortest)),
			ms: summary(all.map(({ ms }) => ms)),
			msFromFirstRequestToLast: summary(all.map(({ sending }) => sending)),
			lostByHttpRequest: lost,
		});
		return [line('Continue', ours), line('Stop', oursWithStop)];
	} finally {
		await n8n.stop();
		await cashfree.close();
	}
};
