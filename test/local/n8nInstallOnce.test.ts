import { installOnce } from '../../local/n8n/installOnce';
import fs from 'node:fs/promises';
import path from 'node:path';
import { inTempFolder, leaveUnfinished, recordedProgress } from '../support/localN8n';

const progress = recordedProgress();
const bytes = 1;

/** Writes one file, after the given wait. */
const installing =
	(text: string, wait: Promise<void> = Promise.resolve()) =>
	async (folder: string) => {
		await wait;
		await fs.writeFile(path.join(folder, 'content'), text);
	};

it('installs into the folder, and never again', async () => {
	await inTempFolder(async (parent) => {
		const folder = path.join(parent, 'cache', 'n8n-1');
		await installOnce({ folder, bytes, progress, install: installing('first') });
		await installOnce({ folder, bytes, progress, install: installing('second') });
		expect(await fs.readFile(path.join(folder, 'content'), 'utf8')).toBe('first');
		expect(await fs.readdir(path.join(parent, 'cache'))).toEqual(['n8n-1']);
	});
});

it('leaves nothing of an installation that does not succeed', async () => {
	await inTempFolder(async (parent) => {
		const install = async (folder: string) => {
			await fs.writeFile(path.join(folder, 'half'), '');
			throw new Error('no network');
		};
		const folder = path.join(parent, 'n8n-1');
		await expect(installOnce({ folder, bytes, progress, install })).rejects.toThrow('no network');
		expect(await fs.readdir(parent)).toEqual([]);
	});
});

it('lets one of two at the same time do the work, and the other wait for it', async () => {
	await inTempFolder(async (parent) => {
		const folder = path.join(parent, 'n8n-1');
		const installs: string[] = [];
		let oneWaits = () => {};
		const waiting = new Promise<void>((resolve) => (oneWaits = resolve));
		const start = (name: string) =>
			installOnce({
				folder,
				bytes,
				progress: { step: () => oneWaits(), sign: () => {} },
				install: async (partial) => {
					installs.push(name);
					await installing(name, waiting)(partial);
				},
			});
		await Promise.all([start('first'), start('second')]);
		expect(installs).toHaveLength(1);
		expect(await fs.readFile(path.join(folder, 'content'), 'utf8')).toBe(installs[0]);
		expect(await fs.readdir(parent)).toEqual(['n8n-1']);
	});
});

it('takes over from a process that was killed, and removes what it left', async () => {
	await inTempFolder(async (parent) => {
		const folder = path.join(parent, 'n8n-1');
		await leaveUnfinished(folder);
		expect(await fs.readdir(parent)).toHaveLength(2);
		await installOnce({ folder, bytes, progress, install: installing('whole') });
		expect(await fs.readdir(parent)).toEqual(['n8n-1']);
	});
});

it('says how much disk space is missing before it starts', async () => {
	await inTempFolder(async (parent) => {
		const install = installing('never');
		const folder = path.join(parent, 'n8n-1');
		await expect(installOnce({ folder, bytes: 1e18, progress, install })).rejects.toThrow(
			/^1000000000\.0 GB of free disk space are needed in .+, and there are [\d.]+ GB\./,
		);
		expect(await fs.readdir(parent)).toEqual([]);
	});
});

it('says which folder cannot be written', async () => {
	await inTempFolder(async (parent) => {
		await fs.writeFile(path.join(parent, 'file'), '');
		const folder = path.join(parent, 'file', 'cache', 'n8n-1');
		const install = installing('never');
		await expect(installOnce({ folder, bytes, progress, install })).rejects.toThrow(
			/file.cache cannot be written \(ENOTDIR\)\. Allow it, or name another folder/,
		);
	});
});
