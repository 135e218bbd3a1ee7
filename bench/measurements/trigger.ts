import type { Line, Measurement, Row } from '../measurement';
import { deliveries } from '../support/deliveries';
import type { Delivered, Delivery } from '../support/deliveries';
import { listenWith } from '../support/listening';
import type { Listening } from '../support/listening';
import { start } from '../support/n8n';
import { compared } from '../support/row';
import { quantile, summary } from '../support/stats';
import { inTurns } from '../support/turns';

const secret = 'bench-client-secret';
const credential = { environment: 'sandbox', clientId: 'CFBENCH', clientSecret: secret };
const atOnce = 20;
const total = 1000;
/** each round measures all targets so often, with a part of its deliveries */
const parts = 5;

/**
 * n8n's own default makes a sandbox for each delivery to any node but its Webhook node, whether that
 * has an expression or not; the first setting makes it when there is one to evaluate.
 */
const engines: { name: string; env: Record<string, string> }[] = [
	{ name: 'lazy sandboxes', env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } },
	{ name: "n8n's defaults", env: {} },
];

const genuine = (count: number) => deliveries(count, secret);
const forged = (count: number) => deliveries(count, 'another-secret');

/** Makes a work of a target: a part of the deliveries, each answered with the status. */
const sending =
	(target: Listening, make: (count: number) => Delivery[], status: 200 | 401, starts: boolean) =>
	async (count = total / parts) => {
		const result = await target.send(make(count), atOnce, starts ? count : 0);
		if (result.statuses[status] !== count) throw new Error(`Not all got ${status}.`);
		return result;
	};

/** Puts the parts of each round together. */
function roundsOf(all: Delivered[]) {
	const rounds = Array.from({ length: all.length / parts }, (_, round) =>
		all.slice(round * parts, (round + 1) * parts),
	);
	const times = rounds.map((round) => round.flatMap((part) => part.times));
	return {
		ms: rounds.map((round) => round.reduce((sum, { ms }) => sum + ms, 0)),
		p50: summary(times.map((round) => quantile(round, 0.5))),
		p99: summary(times.map((round) => quantile(round, 0.99))),
	};
}

/** Work E and F: 1,000 deliveries at 20 at once, verified and deduplicated, and 1,000 forged ones. */
export const trigger: Measurement = async ({ prepared, rounds, progress }) => {
	const rows: Row[] = [];
	for (const { name, env } of engines) {
		const n8n = await start(prepared, { ...credential, apiVersion: '2024-12-01' }, { env });
		try {
			const targets = await listenWith(n8n);
			const works = {
				ours: sending(targets.ours, genuine, 200, true),
				bare: sending(targets.bare, genuine, 200, true),
				webhook: sending(targets.webhook, genuine, 200, true),
				oursForged: sending(targets.ours, forged, 401, false),
				bare401: sending(targets.bare401, forged, 401, false),
			};
			for (const work of Object.values(works)) await work(100);
			const results = await inTurns(works, rounds * parts, (part) =>
				progress.step(`E and F, ${name}: ${part} of ${rounds * parts}`),
			);
			for (const target of Object.values(targets)) await target.assertStarts();
			const ours = roundsOf(results.ours);
			const [bare, webhook] = [roundsOf(results.bare), roundsOf(results.webhook)];
			const [oursForged, bare401] = [roundsOf(results.oursForged), roundsOf(results.bare401)];
			const work = `1,000 deliveries, 20 at once, ${name}`;
			const forgedWork = `1,000 forged deliveries, ${name}`;
			const line = (head: Line, our: typeof ours, their: typeof ours) => ({
				...compared(head, 'ms', our.ms, their.ms),
				p50: { ours: our.p50, theirs: their.p50 },
				p99: { ours: our.p99, theirs: their.p99 },
			});
			rows.push(
				line({ id: `E, ${name}`, work, beside: 'bare trigger', reach: 1.05 }, ours, bare),
				line({ id: `E Webhook, ${name}`, work, beside: 'Webhook node' }, ours, webhook),
				line(
					{ id: `F, ${name}`, work: forgedWork, beside: 'bare 401', reach: 1.02 },
					oursForged,
					bare401,
				),
				line(
					{ id: `F Webhook, ${name}`, work: forgedWork, beside: 'Webhook node, which takes them' },
					oursForged,
					webhook,
				),
			);
		} finally {
			await n8n.stop();
		}
	}
	return rows;
};
