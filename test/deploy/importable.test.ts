import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Node {
	name: string;
	webhookId?: string;
	parameters: { path?: string; options?: { path?: string } };
}

const root = path.join(__dirname, '../..');
const files = ['examples', 'deploy/queue-mode'].flatMap((folder) =>
	readdirSync(path.join(root, folder))
		.filter((name) => name.endsWith('.json'))
		.map((name) => `${folder}/${name}`),
);

// Whoever imports it would have the same address, which everybody knows, and a second import none.
it.each(files)('%s brings no address, so n8n gives each import its own', (file) => {
	const { nodes }: { nodes: Node[] } = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
	const addresses = nodes.flatMap(({ name, webhookId, parameters }) => {
		const found = [webhookId, parameters.path, parameters.options?.path].filter(Boolean);
		return found.map((address) => `${name}: ${address}`);
	});
	expect(addresses).toEqual([]);
});
