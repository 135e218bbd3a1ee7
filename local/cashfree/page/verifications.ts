import type { Core } from '../core';
import type { Verification } from '../records';
import { nextSteps } from '../steps';
import { html } from './html';
import { table } from './table';

/** The newest of each kind that the page shows. */
export const shown = 50;

/** @returns `Call started` for `call-started` */
const labelOf = (step: string) => step.charAt(0).toUpperCase() + step.slice(1).replaceAll('-', ' ');

const buttons = (verification: Verification) => {
	const { verification_id: id } = verification;
	const steps = nextSteps(verification);
	if (steps.length === 0) return html`<span class="quiet">No further step</span>`;
	return html`<form method="post" action="/_local/page/step">
		<input type="hidden" name="verification_id" value="${id}" />
		${steps.map(
			(step, index) =>
				html`<button
					name="step"
					value="${step}"
					class="${index === 0 ? 'main' : ''}"
					aria-label="${labelOf(step)}: ${id}"
				>
					${labelOf(step)}
				</button>`,
		)}
	</form>`;
};

const row = (verification: Verification, { state, recordings }: Core) => {
	const { verification_id: id, user_id: user, status, sub_status, recorded } = verification;
	const size = recordings.sizeOf(verification).toLocaleString('en');
	return html`<tr>
		<th scope="row"><code>${id}</code></th>
		<td><code>${user}</code><br />${state.users.get(user)?.name}</td>
		<td class="whole">${status}<br /><span class="quiet">${sub_status}</span></td>
		<td class="whole">${verification.link_expiry.slice(0, 10)}</td>
		<td>${recorded ? `${size} bytes` : 'None yet'}</td>
		<td class="wide">${buttons(verification)}</td>
	</tr>`;
};

/** The verifications, newest first, with a button for each step that may follow. */
export function verificationsSection(core: Core) {
	const all = [...core.state.verifications.values()].reverse();
	const heads = ['Verification ID', 'User', 'Status', 'Link expires', 'Recording', 'Next step'];
	const rows = all.slice(0, shown).map((verification) => row(verification, core));
	const none = html`<p>
		There is no verification yet. In n8n, run the Cashfree VKYC node with a credential for this
		server; then reload this page.
	</p>`;
	const more = html`<p class="quiet">Shown: the newest ${shown} of ${all.length}.</p>`;
	return html`<section>
		<h2 id="verifications">Verifications</h2>
		${all.length > 0 ? table('verifications', heads, rows) : none} ${all.length > shown ? more : ''}
	</section>`;
}
