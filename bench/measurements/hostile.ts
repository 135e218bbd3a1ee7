import { isDeepStrictEqual } from 'node:util';
import type { Measurement } from '../measurement';
import { signed } from '../support/deliveries';
import { listenWith } from '../support/listening';
import type { Listening } from '../support/listening';
import { start } from '../support/n8n';
import { compared } from '../support/row';
import { inTurns } from '../support/turns';

const bytes = 4_000_000;
/** of each content type in each round */
const count = 10;
const credential = { environment: 'sandbox', clientId: 'CFBENCH', clientSecret: 'bench-secret' };

const claim = (data: string) => `{"event_type":"VKYC_USER_CALL_COMPLETED","data":${data}}`;

/** As JSON that claims to be an event, which n8n parses, and as a text, which it does not. */
const kinds = {
	quotes: { json: claim(`"${'\\"'.repeat(bytes / 2)}"`), text: '"'.repeat(bytes) },
	digits: { json: claim('7'.repeat(bytes)), text: '7'.repeat(bytes) },
	brackets: {
		json: claim('['.repeat(bytes / 2) + ']'.repeat(bytes / 2)),
		text: '['.repeat(bytes),
	},
	// an event type that is searched for may begin with each
	'the letter V': { json: claim(`"${'V'.repeat(bytes)}"`), text: 'V'.repeat(bytes) },
};

/**
 * Work G: deliveries of 4 MB that are made to be slow to look at, beside a node that looks at nothing.
 * The signature has the right form, so that it has to be computed, but for the text of digits. A text
 * is no event, so that it is not refused, and starts nothing.
 */
export const hostile: Measurement = async ({ prepared, rounds, progress }) => {
	const env = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
	const n8n = await start(prepared, { ...credential, apiVersion: '2024-12-01' }, { env });
	try {
		const { ours, bare401 } = await listenWith(n8n);
		const rows = [];
		for (const [name, { json, text }] of Object.entries(kinds)) {
			const sendTo = async (target: Listening, statuses: Record<number, number>) => {
				const types = [signed(json, 'another'), signed(text, 'another', 'text/plain')];
				const list = Array.from({ length: count }, () => types).flat();
				const result = await target.send(list, 1, 0);
				// A delivery that n8n refused by itself would cost any node the same.
				if (!isDeepStrictEqual({ ...result.statuses }, statuses)) {
					throw new Error(`Answered with ${JSON.stringify(result.statuses)}.`);
				}
				return result.ms;
			};
			const works = {
				ours: async () => await sendTo(ours, { 200: count, 401: count }),
				theirs: async () => await sendTo(bare401, { 401: 2 * count }),
			};
			await inTurns(works, 1);
			const all = await inTurns(works, rounds, (round) =>
				progress.step(`G, ${name}: round ${round} of ${rounds}`),
			);
			const work = `hostile deliveries, 4 MB of ${name}`;
			rows.push(
				compared(
					{ id: `G ${name}`, work, beside: 'bare 401, same bytes', reach: 1.1 },
					'ms',
					all.ours,
					all.theirs,
				),
			);
		}
		for (const target of [ours, bare401]) await target.assertStarts();
		return rows;
	} finally {
		await n8n.stop();
	}
};
