import * as fs from 'node:fs/promises';
import path from 'node:path';
import { queueMode, single } from './compose';
import type { Deployment } from './compose';
import { Sandbox } from './sandbox';

const ours = 'n8n-nodes-cashfree-vkyc';

let sandbox: Sandbox;
let home: string;

const put = async (file: string) => {
	await fs.mkdir(path.dirname(path.join(home, file)), { recursive: true });
	await fs.writeFile(path.join(home, file), '');
};
const installed = async (name: string) =>
	await fs.readdir(path.join(home, '.n8n', 'nodes', 'node_modules', name));

beforeEach(async () => {
	sandbox = await Sandbox.make();
	home = path.join(sandbox.folder, 'home');
	await sandbox.fake('start', 'echo "n8n starts with $*"');
	await put(`packages/node_modules/${ours}/new.js`);
});

afterEach(async () => await sandbox.remove());

/** Runs the entry point of the image, with folders of this test in place of the container's. */
async function start(deployment: Deployment, ...args: string[]) {
	const dockerfile = deployment.read('Dockerfile');
	expect(dockerfile).toMatch(/mkdir -p .*\/home\/node\/packages/);
	const line = /^ENTRYPOINT (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]';
	const [program = '', ...rest] = (JSON.parse(line) as string[]).map((part) =>
		part.replaceAll('/home/node', home).replaceAll('/docker-entrypoint.sh', `${sandbox.bin}/start`),
	);
	return await sandbox.run(program, [...rest, ...args]);
}

it.each([queueMode, single])(
	"The image of deploy/$name starts n8n with the package in n8n's own folder, again and again",
	async (deployment) => {
		const started = { code: 0, output: 'n8n starts with worker --concurrency=5\n' };
		for (let count = 0; count < 2; count++) {
			expect(await start(deployment, 'worker', '--concurrency=5')).toEqual(started);
			expect(await installed(ours)).toEqual(['new.js']);
		}
	},
);

it('The image of deploy/single, whose folder lasts, leaves no file of an earlier version, and other packages alone', async () => {
	await put(`.n8n/nodes/node_modules/${ours}/old.js`);
	await put('.n8n/nodes/node_modules/n8n-nodes-other/index.js');
	await start(single);
	expect(await installed(ours)).toEqual(['new.js']);
	expect(await installed('n8n-nodes-other')).toEqual(['index.js']);
});
