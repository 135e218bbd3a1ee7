import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

interface Entry {
	integrity?: string;
	resolved?: string;
	link?: boolean;
}

interface Dependabot {
	updates: { 'package-ecosystem': string; directories?: string[] }[];
}

const { updates }: Dependabot = parse(read('.github/dependabot.yml'));
const lockFiles = updates
	.flatMap(({ directories = [] }) => directories)
	.map((folder) => join('.', folder, 'package-lock.json'));

describe.each(lockFiles)('Of the packages in %s,', (file) => {
	const { packages }: { packages: Record<string, Entry> } = JSON.parse(read(file));
	const others = Object.entries(packages).filter(([place, { link }]) => place && !link);

	it('each has a checksum, those for other operating systems too', () => {
		const without = others.filter(([, { integrity = '' }]) => !/^sha512-\S{88}$/.test(integrity));
		expect(without.map(([place]) => place)).toEqual([]);
		expect(others.length).toBeGreaterThan(10);
	});

	it('none is tied to the registry that it was fetched from', () => {
		expect(others.filter(([, { resolved }]) => resolved).map(([place]) => place)).toEqual([]);
	});
});

const workflows = readdirSync(join(root, '.github', 'workflows'));

it.each(workflows)('Each action in %s is one commit, which nobody can move', (file) => {
	const used = read(`.github/workflows/${file}`).match(/^.*\buses:.*$/gm) ?? [];
	const moving = used.filter((line) => !/uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line));
	expect(moving).toEqual([]);
});
