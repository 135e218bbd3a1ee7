import type { Core } from '../core';
import { products } from '../otherEvents';
import type { Attempt } from '../webhookPost';
import { html } from './html';
import { table } from './table';

/** How many deliveries the page shows. */
const shown = 20;

const time = (at: number) => new Date(at).toISOString();

/** The registered URLs, and what can be sent to them. */
export function webhooksSection({ webhooks }: Core) {
	const { registrations } = webhooks;
	const urls = registrations.map(
		({ url }) =>
			html`<tr>
				<th scope="row"><code>${url}</code></th>
				<td>
					<form method="post" action="/_local/page/webhooks/remove">
						<button name="url" value="${url}" aria-label="Remove ${url}">Remove</button>
					</form>
				</td>
			</tr>`,
	);
	const others = html`<form method="post" action="/_local/page/webhooks/other">
		<span>Send an event of another product:</span>
		${products.map(
			(product) => html`<button name="product" value="${product}">${product}</button>`,
		)}
	</form>`;
	return html`<section>
		<h2 id="webhooks">Webhooks</h2>
		<form method="post" action="/_local/page/webhooks/test">
			<label class="wide"
				>Webhook URL, e.g. the production URL of the trigger in n8n
				<input type="url" name="url" required autocomplete="off" />
			</label>
			<button class="main">Test &amp; Add</button>
		</form>
		${registrations.length > 0
			? html`${table('webhooks', ['Registered URL', 'Remove'], urls)} ${others}`
			: html`<p>No URL is registered, so no event is sent.</p>`}
	</section>`;
}

function answerOf({ status, failure, ms }: Attempt) {
	const took = html`<span class="quiet">after ${Math.round(ms)} ms</span>`;
	if (status === 200) return html`<span class="good">200</span> ${took}`;
	if (status !== null) return html`<span class="bad">${status}</span> ${took}`;
	return failure === null ? 'Waiting' : html`<span class="bad">No answer: ${failure}</span>`;
}

/** @returns the verification ID of a body that has one */
function verificationOf({ body }: Attempt): string {
	const [, text] = /"verification_id":("(?:[^"\\]|\\.)*")/.exec(body) ?? [];
	return text === undefined ? '' : String(JSON.parse(text));
}

/** The newest deliveries first, with their answers. */
export function deliveriesSection({ webhooks }: Core) {
	const { deliveries } = webhooks;
	const newest = [...deliveries.entries()].slice(-shown).reverse();
	const heads = ['Time', 'Event', 'Verification ID', 'URL', 'Attempt', 'Answer', 'Duplicate'];
	const rows = newest.map(
		([index, delivery]) =>
			html`<tr>
				<td class="whole">
					<time datetime="${time(delivery.at)}">${time(delivery.at).slice(11, 19)} UTC</time>
				</td>
				<td class="whole">${delivery.event ?? 'Not an event of Video KYC'}</td>
				<td><code>${verificationOf(delivery)}</code></td>
				<td class="wide"><code>${delivery.url}</code></td>
				<td>${delivery.attempt}</td>
				<td class="whole">${answerOf(delivery)}</td>
				<td class="whole">
					<form method="post" action="/_local/page/webhooks/redeliver">
						<button name="index" value="${index}" aria-label="Send delivery ${index + 1} again">
							Send again
						</button>
					</form>
				</td>
			</tr>`,
	);
	return html`<section>
		<h2 id="deliveries">Last deliveries</h2>
		${rows.length > 0 ? table('deliveries', heads, rows) : html`<p>Nothing was sent yet.</p>`}
	</section>`;
}
