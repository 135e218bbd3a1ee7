import { html } from './html';
import type { Html } from './html';

/**
 * A table that scrolls by itself where the window is narrow, with the keyboard too.
 * @param id of the heading that names it
 */
export const table = (id: string, heads: string[], rows: Html[]): Html =>
	html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
		<table>
			<thead>
				<tr>
					${heads.map((head) => html`<th scope="col">${head}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rows}
			</tbody>
		</table>
	</div>`;
