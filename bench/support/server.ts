/**
 * A server that stands in for Cashfree and does as little as it can, so that the time measured is
 * n8n's. A process of its own, started with `fork`. It checks the requests when it is asked to
 * report, after the measurement.
 */
import { constants, createPrivateKey, privateDecrypt } from 'node:crypto';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const { clientId, privateKey } = JSON.parse(process.env.SERVER ?? '{}');
const key = createPrivateKey(privateKey);

export interface Settings {
	delayMs: number;
}

export interface Report {
	requests: number;
	verifications: number;
	signatures: number;
	unsigned: number;
	mostAtOnce: number;
	/** the different bodies that came in, as JSON without the IDs */
	bodies: string[];
}

const settings: Settings = { delayMs: 0 };
/** how often each verification ID was asked for */
const verifications = new Map<string, number>();
const signatures: string[] = [];
const asked: object[] = [];
let underWay = 0;
let mostAtOnce = 0;

function isSigned(signature: string) {
	const padding = constants.RSA_PKCS1_OAEP_PADDING;
	const text = privateDecrypt({ key, padding, oaepHash: 'sha1' }, Buffer.from(signature, 'base64'));
	return text.toString().startsWith(`${clientId}.`);
}

/** In the order of their names, since JSON says nothing of an order. */
function withoutIds(body: object) {
	const values = Object.entries({ ...body, verification_id: '', user_id: '' });
	return JSON.stringify(values.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function answer(
	response: ServerResponse,
	{ verification_id, user_id }: { verification_id: string; user_id: string },
) {
	underWay--;
	const body = JSON.stringify({
		verification_id,
		reference_id: 10_000 + verifications.size,
		user_id,
		user_reference_id: 1358,
		status: 'RECEIVED',
		sub_status: 'LINK_GENERATED',
		vkyc_link: `https://forms.example.com/verification/${verification_id}`,
		link_expiry: '2026-12-24T00:00:00.000Z',
	});
	response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}

const server = createServer((request, response) => {
	const chunks: Buffer[] = [];
	underWay++;
	mostAtOnce = Math.max(mostAtOnce, underWay);
	request.on('data', (chunk) => chunks.push(chunk));
	request.on('end', () => {
		const body = JSON.parse(Buffer.concat(chunks).toString());
		const { verification_id: id } = body;
		asked.push(body);
		verifications.set(id, (verifications.get(id) ?? 0) + 1);
		signatures.push(String(request.headers['x-cf-signature']));
		if (settings.delayMs === 0) answer(response, body);
		else setTimeout(answer, settings.delayMs, response, body);
	});
});

process.on('message', ({ set, report }: { set?: Settings; report?: true }) => {
	if (set) Object.assign(settings, set);
	if (!report) return;
	const answered: Report = {
		requests: signatures.length,
		verifications: verifications.size,
		signatures: new Set(signatures).size,
		unsigned: signatures.filter((signature) => !isSigned(signature)).length,
		mostAtOnce,
		bodies: [...new Set(asked.map(withoutIds))],
	};
	process.send?.(answered);
	verifications.clear();
	signatures.length = 0;
	asked.length = 0;
	mostAtOnce = 0;
});
process.on('disconnect', () => process.exit());
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
	const { port } = server.address() as AddressInfo;
	process.send?.({ url: `http://127.0.0.1:${port}/verification` });
});
