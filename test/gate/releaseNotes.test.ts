import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseNotes } from '../../.github/releaseNotes';
import { version } from '../../package.json';

describe('The notes of a release', () => {
	const changelog =
		'# Changelog\n\n## 0.2.0 (2026-12-01)\n\nSecond.\n\n- New\n\n## 0.1.0\n\nFirst.\n';

	it('are the part of the changelog about its version', () => {
		expect(releaseNotes(changelog, '0.2.0')).toBe('Second.\n\n- New');
		expect(releaseNotes(changelog, '0.1.0')).toBe('First.');
	});

	it.each(['0.1', '0.3.0', '0.2.0 '])('are missing for %j', (version) => {
		expect(() => releaseNotes(changelog, version)).toThrow('says nothing about');
	});

	it('exist for the version of the package', () => {
		const text = readFileSync(join(__dirname, '../../CHANGELOG.md'), 'utf8');
		expect(releaseNotes(text, version)).not.toBe('');
	});
});
