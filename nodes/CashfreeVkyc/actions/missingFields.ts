import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { leadsToField } from '../../shared/outputFields';
import { addHint } from './hints';

/** How many names a hint shows, and characters of each. */
const most = 5;
const longest = 60;

/** n8n shows a hint as HTML. */
function shown(path: string): string {
	const plain = path.replace(/[<>&]/g, '');
	return `'${plain.length > longest ? `${plain.slice(0, longest)}…` : plain}'`;
}

/** The 'Selected Fields' of a run that are in no answer: most likely their names are misspelled. */
export class MissingFields {
	private readonly wanted = new Set<string>();

	private readonly found = new Set<string>();

	/**
	 * @param response of an item that succeeded, before fields are picked from it
	 * @param paths those that its 'Output Fields' names; none for other forms of output
	 */
	look(response: IDataObject, paths: readonly string[]): void {
		for (const path of paths) {
			this.wanted.add(path);
			if (!this.found.has(path) && leadsToField(response, path)) this.found.add(path);
		}
	}

	/** Names in the output panel those that no item has. */
	addHint(context: IExecuteFunctions): void {
		const missing = [...this.wanted].filter((path) => !this.found.has(path));
		if (missing.length === 0) return;
		const names = missing.slice(0, most).map(shown).join(', ');
		const more = missing.length > most ? ` and ${missing.length - most} more` : '';
		const what = missing.length === 1 ? 'this field' : 'these fields';
		addHint(
			context,
			`No item has ${what} of 'Output Fields': ${names}${more}. Check the spelling, or see the names in the full response`,
			'warning',
		);
	}
}
