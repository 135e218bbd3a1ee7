export interface Progress {
	/** prints a line that stays */
	step: (text: string) => void;
	/**
	 * shows a sign of life: replaced by the next one on a terminal, elsewhere printed at most
	 * every 15 seconds
	 */
	sign: (text: string) => void;
}

export function createProgress(stream: NodeJS.WriteStream): Progress {
	let shown = false;
	let printedAt = Date.now();
	const clear = () => {
		if (shown) stream.write('\r\u001b[K');
		shown = false;
	};
	return {
		step(text) {
			clear();
			stream.write(`${text}\n`);
			printedAt = Date.now();
		},
		sign(text) {
			if (stream.isTTY) {
				clear();
				stream.write(text.slice(0, stream.columns - 1));
				shown = true;
			} else if (Date.now() - printedAt >= 15_000) {
				stream.write(`${text}\n`);
				printedAt = Date.now();
			}
		},
	};
}
