import type { WorkflowNode } from '../../local/n8n/examples';
import type { Context, Measurement, Row } from '../measurement';
import { startAnswering } from '../support/answering';
import type { Answering } from '../support/answering';
import { start } from '../support/n8n';
import type { Started } from '../support/n8n';
import { bareRequest, httpRequest, initiateNode, leads } from '../support/nodes';
import { compared } from '../support/row';
import { inTurns } from '../support/turns';

const count = 1000;
let runs = 0;
/** what all nodes have to send, but for the IDs */
let body: string | undefined;

/**
 * @param atOnce how many requests the node has to send at the same time, where that matters
 * @returns milliseconds
 * @throws where the node has not done what was asked of it
 */
async function measured(
	server: Answering,
	n8n: Started,
	node: WorkflowNode,
	atOnce?: number,
): Promise<number> {
	const { ms, items } = await n8n.measure(node, leads(count, `run-${++runs}`));
	const report = await server.report();
	const { requests, verifications, unsigned, signatures } = report;
	const isWhole = [items, requests, verifications, signatures].every((each) => each === count);
	body ??= report.bodies[0];
	const isSame = report.bodies.length === 1 && report.bodies[0] === body;
	// The bare node evaluates expressions while it sends, and then may not get to have all of them.
	const [least, most] = atOnce ? [atOnce / 2, atOnce] : [0, count];
	const isAtOnce = report.mostAtOnce > least && report.mostAtOnce <= most;
	if (!isWhole || unsigned > 0 || !isSame || !isAtOnce) {
		throw new Error(`A run was not as it should be: ${JSON.stringify({ items, ...report })}`);
	}
	return ms;
}

interface AtOnce {
	ours: object;
	bare: object;
	httpRequest: object;
}

/** Starts a server and n8n, warms up, and gives what measures the three nodes in turns. */
async function withNodes(
	{ prepared, rounds, progress }: Context,
	use: (
		server: Answering,
		measure: (
			name: string,
			options: AtOnce,
			atOnce?: number,
		) => Promise<Record<keyof AtOnce, number[]>>,
	) => Promise<Row[]>,
): Promise<Row[]> {
	const server = await startAnswering();
	const n8n = await start(prepared, server.credential);
	const measure = async (name: string, options: AtOnce, atOnce?: number, times = rounds) => {
		const nodes = {
			ours: initiateNode(options.ours),
			bare: bareRequest(n8n.credential, options.bare),
			httpRequest: httpRequest(server.url, n8n.credential, options.httpRequest),
		};
		const works = {
			ours: async () => await measured(server, n8n, nodes.ours, atOnce),
			bare: async () => await measured(server, n8n, nodes.bare, atOnce),
			httpRequest: async () => await measured(server, n8n, nodes.httpRequest),
		};
		return await inTurns(works, times, (round) => progress.step(`${name}: round ${round}`));
	};
	try {
		await measure('Warming up', { ours: {}, bare: {}, httpRequest: {} }, undefined, 2);
		return await use(server, measure);
	} finally {
		await n8n.stop();
		server.stop();
	}
}

/** Work A: 1,000 items through Initiate, signed and answered at once. */
export const initiate: Measurement = async (context) =>
	await withNodes(context, async (_server, measure) => {
		const { ours, bare, httpRequest } = await measure('A', { ours: {}, bare: {}, httpRequest: {} });
		const work = '1,000 items, answered at once';
		return [
			compared({ id: 'A', work, beside: 'bare request node', reach: 0.8 }, 'ms', ours, bare),
			compared(
				{ id: 'A HTTP', work, beside: 'HTTP Request node', reach: 0.5 },
				'ms',
				ours,
				httpRequest,
			),
		];
	});

/** Work B: the same, where each answer takes 100 ms. */
export const latency: Measurement = async (context) =>
	await withNodes(context, async (server, measure) => {
		server.set({ delayMs: 100 });
		const rows: Row[] = [];
		for (const atOnce of [10, 50, 100]) {
			const options = {
				ours: { maxConcurrentItems: atOnce },
				bare: { atOnce },
				httpRequest: { batching: { batch: { batchSize: atOnce, batchInterval: 100 } } },
			};
			const name = `B, ${atOnce} at once`;
			const { ours, bare, httpRequest } = await measure(name, options, atOnce);
			const work = `1,000 items, answered after 100 ms, ${atOnce} at once`;
			const batches = `HTTP Request node, batches of ${atOnce} each 100 ms`;
			rows.push(
				compared(
					{ id: `B ${atOnce}`, work, beside: 'bare request node', reach: 1.05 },
					'ms',
					ours,
					bare,
				),
				compared({ id: `B ${atOnce} HTTP`, work, beside: batches }, 'ms', ours, httpRequest),
			);
		}
		return rows;
	});
