import type { WorkflowNode } from '../../local/n8n/examples';
import type { Measurement, Row } from '../measurement';
import { startAnswering } from '../support/answering';
import type { Answering } from '../support/answering';
import { start } from '../support/n8n';
import type { Started } from '../support/n8n';
import { httpRequest, initiateNode, leads } from '../support/nodes';
import { ratio, summary } from '../support/stats';

const count = 1000;
let runs = 0;

interface Measured {
	ms: number;
	mostAtOnce: number;
}

async function measured(server: Answering, n8n: Started, node: WorkflowNode): Promise<Measured> {
	const { ms, items } = await n8n.measure(node, leads(count, `run-${++runs}`));
	const report = await server.report();
	const { requests, verifications, unsigned, signatures } = report;
	const isWhole = [items, requests, verifications, signatures].every((each) => each === count);
	if (!isWhole || unsigned > 0) {
		throw new Error(`A run was not as it should be: ${JSON.stringify({ items, ...report })}`);
	}
	return { ms, mostAtOnce: report.mostAtOnce };
}

/** Work A and B: 1,000 items through Initiate, signed, beside the HTTP Request node. */
export const initiate: Measurement = async ({ prepared, rounds, progress }) => {
	const server = await startAnswering();
	const n8n = await start(prepared, server.credential);

	/** @param ourOptions of the node */
	async function inTurn(ourOptions: object, theirOptions: object, rounds = 1) {
		const ours: Measured[] = [];
		const theirs: Measured[] = [];
		const our = initiateNode(ourOptions);
		const their = httpRequest(server.url, n8n.credential, theirOptions);
		for (let round = 0; round < rounds; round++) {
			ours.push(await measured(server, n8n, our));
			theirs.push(await measured(server, n8n, their));
		}
		const times = (all: Measured[]) => all.map(({ ms }) => ms);
		return {
			ratio: ratio(times(ours), times(theirs)),
			ms: { ours: summary(times(ours)), theirs: summary(times(theirs)) },
			mostAtOnce: { ours: ours[0]?.mostAtOnce, theirs: theirs[0]?.mostAtOnce },
		};
	}

	try {
		await inTurn({}, {}, 2);
		progress.step(`A: ${rounds} rounds`);
		const rows: Row[] = [
			{
				...{ id: 'A', work: '1,000 items, answered at once', beside: 'HTTP Request node' },
				...{ reach: 0.6, ...(await inTurn({}, {}, rounds)) },
			},
		];
		server.set({ delayMs: 100 });
		for (const atOnce of [10, 50, 100]) {
			progress.step(`B, ${atOnce} at once: ${rounds} rounds`);
			const batching = { batch: { batchSize: atOnce, batchInterval: 100 } };
			const measurement = await inTurn({ maxConcurrentItems: atOnce }, { batching }, rounds);
			rows.push({
				id: `B ${atOnce}`,
				work: `1,000 items, answered after 100 ms, ${atOnce} at once`,
				beside: `HTTP Request node, batches of ${atOnce} each 100 ms`,
				reach: 0.8,
				...measurement,
			});
		}
		return rows;
	} finally {
		await n8n.stop();
		server.stop();
	}
};
