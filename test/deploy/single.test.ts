import * as fs from 'node:fs/promises';
import path from 'node:path';
import { scripts, version } from '../../package.json';
import versions from '../../local/n8n/versions.json';
import { single } from './compose';

const dockerfile = single.read('Dockerfile');
const { n8n, cashfree } = single.compose.services;

it('The images are of the versions that are tested, made from this checkout', () => {
	expect(dockerfile).toContain(`\nFROM docker.n8n.io/n8nio/n8n:${versions[0]} AS n8n\n`);
	expect(n8n?.image).toBe(`n8n-cashfree-vkyc-single:${versions[0]}`);
	expect(cashfree?.image).toBe(`cashfree-vkyc-local:${version}`);
	const builds = [n8n, cashfree].map((service) => service?.build);
	const place = { context: '../..', dockerfile: 'deploy/single/Dockerfile' };
	expect(builds).toEqual(['n8n', 'cashfree'].map((target) => ({ ...place, target })));
});

it('The local Cashfree server starts as npm starts it, and is on the same machine for n8n', () => {
	const command = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
	expect(command.join(' ')).toBe(scripts.cashfree);
	expect(cashfree?.network_mode).toBe('service:n8n');
});

it('n8n loads the package in n8n 3.0, too, and is reached from this machine only', () => {
	expect(n8n?.environment.N8N_UNVERIFIED_PACKAGES_ENABLED).toBe('true');
	expect(n8n?.ports).toEqual(['127.0.0.1:5678:5678']);
});

it('The images take no file of the checkout that is not named', async () => {
	const lines = single
		.read('Dockerfile.dockerignore')
		.split('\n')
		.filter((line) => /^[^#]/.test(line));
	expect(lines[0]).toBe('*');
	const root = path.join(__dirname, '../..');
	const named = lines.slice(1).map((line) => line.replace(/^!/, ''));
	expect(named.map((name) => `!${name}`)).toEqual(lines.slice(1));
	for (const name of named) await fs.access(path.join(root, name));
	expect(named).not.toEqual(
		expect.arrayContaining([expect.stringMatching(/^(deploy|\.git|\.env)/)]),
	);
});
