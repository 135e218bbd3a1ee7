import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

export const usage = `Usage: npm run soak [-- options]

  --seed NUMBER   decides what happens when (default: a new one, which is printed)
  --scale NUMBER  share of a whole day, from 0.02 to 1 (default 1; 0.05 takes about five minutes)`;

export interface Options {
	seed: number;
	scale: number;
	help: boolean;
}

/**
 * @param args the command line after the script's name
 * @throws where a value is no number, or out of range
 */
export function readOptions(args: string[]): Options {
	const { values } = parseArgs({
		args,
		options: {
			seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
			scale: { type: 'string', default: '1' },
			help: { type: 'boolean', default: false },
		},
	});
	const [seed, scale] = [Number(values.seed), Number(values.scale)];
	if (!Number.isSafeInteger(seed)) throw new Error(`--seed must be a whole number.\n\n${usage}`);
	if (!(scale >= 0.02 && scale <= 1)) throw new Error(`--scale is out of range.\n\n${usage}`);
	return { seed, scale, help: values.help };
}
