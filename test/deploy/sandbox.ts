import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface Ended {
	code: number | string;
	output: string;
}

/** A folder for one test, and programs that stand before the real ones of their names. */
export class Sandbox {
	readonly bin: string;

	private constructor(readonly folder: string) {
		this.bin = path.join(folder, 'bin');
	}

	static async make() {
		const sandbox = new Sandbox(await fs.mkdtemp(path.join(os.tmpdir(), 'deploy-')));
		await fs.mkdir(sandbox.bin);
		return sandbox;
	}

	async remove() {
		await fs.rm(this.folder, { recursive: true });
	}

	async fake(name: string, script: string) {
		await fs.writeFile(path.join(this.bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
	}

	async run(file: string, args: string[], env: Record<string, string> = {}) {
		return await new Promise<Ended>((resolve) => {
			const options = { env: { PATH: `${this.bin}:${process.env.PATH}`, ...env } };
			execFile(file, args, options, (error, stdout, stderr) =>
				resolve({ code: error?.code ?? error?.signal ?? 0, output: stdout + stderr }),
			);
		});
	}
}
