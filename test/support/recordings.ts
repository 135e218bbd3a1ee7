import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { recordingContent } from '../../local/cashfree/recordingContent';
import { useCashfree } from './vkyc';

const getRecording = { resource: 'videoKyc', operation: 'getRecording' };

/** The SHA-256 of a recording of the local Cashfree server. */
export function sha256Of(verificationId: string, size: number): string {
	const hash = createHash('sha256');
	for (const chunk of recordingContent(verificationId, size)) hash.update(chunk);
	return hash.digest('hex');
}

/** A local Cashfree server with verifications that have recordings, and the node that fetches them. */
export function useRecordings() {
	const context = useCashfree();
	const { cashfree, createUsers } = context;
	const initiate = { resource: 'videoKyc', operation: 'initiate', identifyUserBy: 'userId' };

	/** Initiates a verification and gives it a recording of so many bytes. */
	async function record(id: string, size = 200_000) {
		if (!cashfree.users.has('lead-1')) await createUsers('lead-1');
		await context.run({ ...initiate, verificationId: id, userId: 'lead-1' });
		cashfree.record(id, { size });
		cashfree.requests.length = 0;
	}

	return {
		...context,
		record,
		/** As `record`, but the answer holds this link, whatever it is */
		async recordBehind(id: string, link: unknown) {
			await record(id);
			const words = { status: 'AGENT_REVIEWED', sub_status: 'SOME_WORD' };
			cashfree.move(id, { ...words, recording_link: link as string });
			cashfree.requests.length = 0;
		},
		/** Runs Get Recording, by default for one item, the verification `v-1`. */
		fetch: async (
			options: IDataObject = {},
			{ parameters, ...run }: Parameters<typeof context.run>[1] & { parameters?: IDataObject } = {},
		) =>
			await context.run(
				{ ...getRecording, verificationId: '={{ $json.id }}', ...parameters, options },
				{ items: [{ id: 'v-1' }], ...run },
			),
		/** How many downloads have begun, of all verifications */
		downloads: () => cashfree.recordings.list().reduce((sum, { begun }) => sum + begun, 0),
	};
}

/** A server that answers each connection with these bytes, whatever they are, and ends it. */
export async function startBytes(...parts: Array<string | Buffer>) {
	const counted = { connections: 0, requests: [] as string[] };
	const server = createServer((socket) => {
		counted.connections++;
		socket.on('error', () => {});
		socket.once('data', (request) => {
			counted.requests.push(String(request));
			for (const part of parts) socket.write(part);
			socket.end();
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		...{ counted, link: `http://127.0.0.1:${port}/call.mp4?X-Amz-Signature=invented` },
		close: async () => await new Promise((resolve) => server.close(resolve)),
	};
}
