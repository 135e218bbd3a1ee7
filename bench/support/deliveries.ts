import { createHmac } from 'node:crypto';
import http from 'node:http';

export interface Delivery {
	body: string;
	headers: Record<string, string>;
}

let made = 0;

/**
 * A delivery of some bytes, signed as Cashfree does.
 *
 * @param secret to sign with
 */
export function signed(body: string, secret: string, contentType = 'application/json'): Delivery {
	const timestamp = String(Date.now());
	const signature = createHmac('sha256', secret)
		.update(timestamp + body)
		.digest('base64');
	return {
		body,
		headers: {
			'content-type': contentType,
			'content-length': String(Buffer.byteLength(body)),
			'x-webhook-timestamp': timestamp,
			'x-webhook-signature': signature,
			'x-webhook-attempt': '1',
		},
	};
}

/** Deliveries as Cashfree sends them, each of another verification. */
export function deliveries(count: number, secret: string): Delivery[] {
	return Array.from({ length: count }, () => {
		const number = ++made;
		const body = JSON.stringify({
			event_type: 'VKYC_USER_CALL_COMPLETED',
			event_time: '2026-11-20T10:00:00Z',
			version: 'v1',
			data: {
				verification_id: `bench-${number}`,
				reference_id: 100_000 + number,
				user_id: `user-${number}`,
				status: 'PRE_VIDEO_CALL',
				sub_status: 'USER_QUEUED',
				vkyc_link: `https://forms.example.com/verification/${number}`,
			},
		});
		return signed(body, secret);
	});
}

export interface Delivered {
	/** how often each HTTP status was answered */
	statuses: Record<number, number>;
	/** how long each answer took, in milliseconds */
	times: number[];
	/** until the last answer, in milliseconds */
	ms: number;
}

/** Delivers, some at once, and waits for the answers. */
export async function deliver(url: string, list: Delivery[], atOnce: number): Promise<Delivered> {
	const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
	const times: number[] = [];
	const statuses: Record<number, number> = {};

	const send = async ({ body, headers }: Delivery) =>
		await new Promise((resolve, reject) => {
			const startedAt = performance.now();
			const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
				response.resume().on('end', () => {
					const { statusCode = 0 } = response;
					times.push(performance.now() - startedAt);
					statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
					resolve(undefined);
				});
			});
			request.on('error', reject).end(body);
		});

	const startedAt = performance.now();
	const left = [...list];
	const sender = async () => {
		for (let next = left.shift(); next; next = left.shift()) await send(next);
	};
	await Promise.all(Array.from({ length: atOnce }, sender));
	const ms = performance.now() - startedAt;
	agent.destroy();
	return { statuses, times, ms };
}
