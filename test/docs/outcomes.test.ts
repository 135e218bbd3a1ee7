import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentedEvents, documentedStatuses } from '../../nodes/shared/statusWords';

const text = readFileSync(join(__dirname, '../../docs/outcomes.md'), 'utf8');

/** The rows of the table with these heads, cells without their quotes. */
function rowsBelow(...heads: string[]) {
	const head = heads.map((name) => `\`${name}\` +`).join('\\| ');
	const table = new RegExp(`^\\| ${head}\\|\\n\\|[ -|]+\\|\\n((?:\\|.*\\n)+)`, 'm').exec(text)?.[1];
	const lines = (table ?? '').trim().split('\n');
	return lines.map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim().replaceAll('`', '')),
	);
}

it('lists each documented pair with its outcome, and no other', () => {
	const pairs = documentedStatuses.flatMap(({ status, outcome, subStatuses }) =>
		Object.keys(subStatuses).map((subStatus) => [status, subStatus, outcome]),
	);
	expect(pairs).toHaveLength(19);
	expect(rowsBelow('status', 'sub_status', 'outcome')).toEqual(pairs);
});

it('lists each documented event with its outcome, and no other', () => {
	expect(rowsBelow('event_type', 'outcome')).toEqual(Object.entries(documentedEvents));
});
