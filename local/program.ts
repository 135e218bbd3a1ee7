import { createProgress } from './n8n/progress';
import type { Progress } from './n8n/progress';

/** What a program that starts others needs while it runs. */
export interface Program {
	progress: Progress;
	/** aborted by Ctrl-C, or when the program is told to end in another way */
	signal: AbortSignal;
	/** what has to be ended or removed when the program ends, in the order of its making */
	cleanups: (() => Promise<void>)[];
}

/**
 * Runs a program to its end, or until it is told to end, and cleans up then. This process ends with
 * it: with code 1 where `work` throws, whose message is printed.
 */
export async function runProgram(work: (program: Program) => Promise<void>): Promise<never> {
	const progress = createProgress(process.stderr);
	const abort = new AbortController();
	const { signal } = abort;
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => abort.abort());
	const cleanups: Program['cleanups'] = [];
	let exitCode = 0;
	try {
		await work({ progress, signal, cleanups });
	} catch (error) {
		exitCode = 1;
		if (!signal.aborted) progress.step((error as Error).message);
	}
	if (signal.aborted) progress.step('Stopping');
	for (const cleanup of cleanups.reverse()) await cleanup();
	return process.exit(exitCode);
}

/**
 * Reads a program's options, or prints what to write instead and ends this process.
 *
 * @param read throws with what is wrong
 * @returns undefined where only the usage was asked for, which is printed
 */
export function readOptionsOrExit<Options extends { help: boolean }>(
	read: () => Options,
	usage: string,
): Options | undefined {
	try {
		const options = read();
		if (!options.help) return options;
		console.log(usage);
		return undefined;
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${usage}`);
		return process.exit(1);
	}
}
