import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseNotes } from '../../.github/releaseNotes';
import { version } from '../../package.json';

describe('The notes of a release', () => {
	const changelog =
		'# Changelog\n\n## Unreleased\n\n### Added\n\n- Third\n\n## 0.2.0 (2026-12-01)\n\nSecond.\n\n- New\n\n## 0.1.0\n\nFirst.\n';

	it('are the part of the changelog about its version', () => {
		expect(releaseNotes(changelog, '0.2.0')).toBe('Second.\n\n- New');
		expect(releaseNotes(changelog, '0.1.0')).toBe('First.');
	});

	it.each(['0.1', '0.3.0', '0.2.0 '])('are missing for %j', (version) => {
		expect(() => releaseNotes(changelog, version)).toThrow('says nothing about');
	});

	it('are missing until Unreleased is renamed, as RELEASING.md says', () => {
		expect(() => releaseNotes(changelog, '0.3.0')).toThrow('says nothing about');
		const renamed = changelog.replace('Unreleased', 'Unreleased\n\n## 0.3.0 (2026-12-15)');
		expect(releaseNotes(renamed, '0.3.0')).toBe('### Added\n\n- Third');
	});

	const text = readFileSync(join(__dirname, '../../CHANGELOG.md'), 'utf8');

	it('start with those of the next release', () => {
		expect(text.match(/^## .*/m)?.[0]).toBe('## Unreleased');
	});

	it('exist for the version of the package, under Unreleased until it is released', () => {
		const isReleased = text.includes(`\n## ${version} `);
		expect(releaseNotes(text, isReleased ? version : 'Unreleased')).not.toBe('');
	});
});
