import type { Core } from '../core';
import { kinds } from '../faultList';
import { html } from './html';
import { table } from './table';

const operations = [
	...['POST /vkyc', 'GET /vkyc', 'POST /user', 'GET /user', 'PATCH /user', 'POST /oauth/token'],
	'GET /recording',
];

const option = (name: string) => html`<option value="${name}">${name}</option>`;

/** Faults to switch on, and those that are on. */
export function faultsSection({ faults }: Core) {
	const active = faults.active();
	const rows = active.map(
		({ kind, on, left, probability, ...details }) =>
			html`<tr>
				<th scope="row">${kind}</th>
				<td>${on === undefined ? 'any operation' : [on].flat().join(', ')}</td>
				<td>${left === undefined ? `always, with probability ${probability}` : left}</td>
				<td><code>${Object.keys(details).length > 0 ? JSON.stringify(details) : ''}</code></td>
			</tr>`,
	);
	const heads = ['Fault', 'Operation', 'Times left', 'Details'];
	const list = html`${table('faults', heads, rows)}
		<form method="post" action="/_local/page/faults/off">
			<button>Switch all faults off</button>
		</form>`;
	return html`<section>
		<h2 id="faults">Faults</h2>
		<form method="post" action="/_local/page/faults/on">
			<label
				>Fault
				<select name="kind">
					${kinds.map(option)}
				</select></label
			>
			<label
				>Operation
				<select name="on">
					<option value="">any</option>
					${operations.map(option)}
				</select>
			</label>
			<label>Times <input type="number" name="times" value="1" min="1" required /></label>
			<label>Milliseconds <input type="number" name="ms" min="0" /></label>
			<label>Bytes <input type="number" name="bytes" min="0" /></label>
			<button>Switch on</button>
		</form>
		<p class="quiet">
			What each does stands in local/cashfree/README.md, and where milliseconds and bytes apply.
		</p>
		${active.length > 0 ? list : html`<p>No fault is on.</p>`}
	</section>`;
}
