import versions from '../../local/n8n/versions.json';
import { projectFile } from '../support/projectFile';

it('the list of n8n versions starts with the newest, which npm start takes', () => {
	const byAge = (one: string, other: string) => other.localeCompare(one, 'en', { numeric: true });
	expect(versions).toEqual([...new Set(versions)].sort(byAge));
});

it.each(versions)('the table of compatibility has a row for n8n %s', (version) => {
	expect(projectFile('docs/compatibility.md')).toContain(`| ${version} `);
});

it('the README names the newest and the oldest of them', () => {
	const named = projectFile('README.md').match(/\b[12]\.\d+\.\d+\b/g) ?? [];
	expect(named).toEqual(expect.arrayContaining([versions[0], versions.at(-1)]));
});
