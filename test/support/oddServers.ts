import { setTimeout as wait } from 'node:timers/promises';
import { startServer } from './httpServer';

/**
 * A server that answers each request for a status after a while, and counts how many it has
 * before it at the same time.
 *
 * @param ms how long it takes for each answer
 */
export async function startCountingServer(ms: number) {
	const counted = { requests: 0, underWay: 0, peak: 0 };
	const server = await startServer(async (request, response) => {
		counted.requests++;
		counted.peak = Math.max(counted.peak, ++counted.underWay);
		await wait(ms);
		counted.underWay--;
		const { searchParams } = new URL(String(request.url), 'http://localhost');
		const verification_id = searchParams.get('verification_id');
		response.end(JSON.stringify({ verification_id, status: 'RECEIVED' }));
	});
	return { ...server, counted };
}

/**
 * A server whose answers never come to an end: a blank, and another one, and so on.
 *
 * @param ms from blank to blank
 */
export const startTricklingServer = async (ms: number) =>
	await startServer((_request, response) => {
		const timer = setInterval(() => response.write(' '), ms);
		response.once('close', () => clearInterval(timer));
	});
