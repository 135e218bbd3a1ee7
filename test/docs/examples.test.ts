import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Part {
	name: string;
	type: string;
	position: [number, number];
	parameters: { content?: string; width?: number; height?: number };
}

const folder = join(__dirname, '../../examples');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const texts = files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

/** What Cashfree takes for one person or one verification: IDs, phone numbers and addresses. */
const idsIn = (text: string): string[] => [
	...(text.match(/\b[a-z]+-\d{3,}\b/g) ?? []),
	...(text.match(/(?<![-\w])(\+91 |0)?[6-9]\d{4} ?\d{5}\b/g) ?? []).map((phone) =>
		phone.replace(/\D/g, '').slice(-10),
	),
	...(text.match(/\b[\w.]+@example\.com\b/g) ?? []),
];

it('No two examples share the ID, phone number or email address of a person', () => {
	const owners = new Map<string, string[]>();
	for (const { file, text } of texts) {
		for (const id of new Set(idsIn(text))) owners.set(id, [...(owners.get(id) ?? []), file]);
	}
	expect(owners.size).toBeGreaterThan(10);
	expect([...owners].filter(([, those]) => those.length > 1)).toEqual([]);
});

describe.each(texts)('$file', ({ text }) => {
	const { nodes }: { nodes: Part[] } = JSON.parse(text);
	const notes = nodes.filter(({ type }) => type.endsWith('.stickyNote'));

	it('has a short note that says what to set, in large letters', () => {
		const [first, ...others] = notes.filter(({ name }) => name === 'What to set');
		expect(others).toEqual([]);
		const { content = '' } = first?.parameters ?? {};
		expect(content).toMatch(/^# /);
		expect(content.length).toBeLessThan(420);
	});

	it('sets its preparation apart, and covers no other node', () => {
		const framed = (node: Part) =>
			notes.filter(({ position: [x, y], parameters: { width = 0, height = 0 } }) => {
				const [left, top] = node.position;
				return left + 96 > x && left < x + width && top + 96 > y && top < y + height;
			});
		const work = nodes.filter((node) => !notes.includes(node));
		const prepares = ({ parameters }: Part) => 'tableName' in parameters;
		for (const node of work) {
			const names = framed(node).map(({ name }) => name.replace(/ \d$/, ''));
			expect([node.name, names]).toEqual([node.name, names.length ? ['Preparation'] : []]);
			if (prepares(node)) expect(names).toEqual(['Preparation']);
		}
	});
});
