import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What stands before n8n's webhook process, as a reverse proxy does: one address, known first. */
export interface FrontDoor {
	url: string;
	/** @param url of the process that connections go to from now on */
	open: (url: string) => void;
	close: () => void;
}

export async function startFrontDoor(): Promise<FrontDoor> {
	let port = 0;
	const server = createServer((from) => {
		const to = connect(port, '127.0.0.1');
		from.pipe(to).pipe(from);
		from.on('error', () => to.destroy());
		to.on('error', () => from.destroy());
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		open(url) {
			port = Number(new URL(url).port);
		},
		close: () => void server.close(),
	};
}
