import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answers } from '../../local/cashfree/answers';
import { kinds } from '../../local/cashfree/faultList';
import { products } from '../../local/cashfree/otherEvents';
import { readSettings } from '../../local/cashfree/settings';
import { stepNames } from '../../local/cashfree/steps';

const readme = readFileSync(
	path.join(__dirname, '..', '..', 'local', 'cashfree', 'README.md'),
	'utf8',
);

it.each([
	['setting', Object.keys(readSettings({}))],
	['fault', kinds],
	['step', stepNames],
	['product', products],
])('README.md names each %s', (_what, names) => {
	expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

it('README.md gives the defaults of the settings that are plain values', () => {
	const rows = [...readme.matchAll(/^\| `(\w+)` +\| (\S+) /gm)].map(([, name, value]) => [
		name,
		value?.replaceAll('`', ''),
	]);
	const stated = new Map(rows as [string, string][]);
	const plain = Object.entries(readSettings({})).filter(([, value]) => !Array.isArray(value));
	expect(plain.map(([name]) => [name, stated.get(name)])).toEqual(
		plain.map(([name, value]) => [name, String(value)]),
	);
});

it('curl examples force answers that exist', () => {
	const named = [...readme.matchAll(/\$C\/answers -d '\{"name":"([^"]+)"/g)].map(
		([, name]) => name,
	);
	expect(named.length).toBeGreaterThan(0);
	for (const name of named) expect(answers).toHaveProperty([name ?? '']);
});
