import type { IDataObject } from 'n8n-workflow';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { default as axios } from 'axios';
import { eventually } from './cashfreeClient';

/** For a longer storm: `STORM_SEEDS=1,2,3,4,5 npx jest storm` */
export const seeds = (process.env.STORM_SEEDS ?? '1,2,3').split(',').map(Number);

/** How much faster than on the wall the time passes for the node in a storm. */
export const factor = 30;

/** Every kind of fault that waiting, asking or sending again may get over, each with its details. */
const kinds = {
	refuse: { ms: 2 },
	'reset-before-reading': {},
	hang: {},
	'take-then-cut': {},
	'take-then-hang': {},
	'take-then-500': {},
	'take-then-html': {},
	'half-body': {},
	'empty-body': {},
	slow: { ms: 20 },
	429: { headers: { 'x-ratelimit-reset': '0.5' } },
	'html-before': {},
};

const plan = (seed: number) => ({
	seed,
	rules: Object.entries(kinds).map(([kind, details]) => ({ kind, probability: 0.05, ...details })),
});

/** Parameters of the node: creates a user for each item and sends a link over two channels. */
export const parameters = {
	resource: 'videoKyc',
	operation: 'initiate',
	verificationId: '={{ $json.id }}',
	identifyUserBy: 'phone',
	phone: '={{ $json.phone }}',
	newUserId: '={{ $json.user }}',
	notificationTypes: ['sms', 'whatsapp'],
	options: { maxConcurrentItems: 50, timeout: 30, maxRateLimitRetries: 10_000 },
};

/** Signatures have tests of their own, and cost more time than all else. */
export const credential = { twoFactorMethod: 'ipWhitelist' };

/** Invented people. */
export const leads = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `kyc-${index}`,
		user: `lead-${index}`,
		phone: String(9_000_000_000 + index),
	}));

/**
 * Starts the local Cashfree server as a process of its own, since a server that shares its thread
 * with its callers would let them down far more often than told to.
 */
export async function startServer() {
	const main = join(__dirname, '../../local/cashfree/main.ts');
	const args = ['--import', 'tsx', main, '--port', '0', '--two-factor', 'ipWhitelist'];
	const child = spawn(process.execPath, args);
	const [output] = await once(child.stdout, 'data');
	const { origin } = new URL(/Base URL:\s+(\S+)/.exec(String(output))?.[1] ?? '');

	const control = async (path: string, data?: object) => {
		const method = data ? 'POST' : 'GET';
		const request = {
			method,
			url: `${origin}/_local${path}`,
			data,
			proxy: false as const,
		};
		// the controls are out of reach, too, while nobody listens
		const response = await eventually(async () => await axios(request));
		return response.data;
	};
	return {
		/** What the credential needs */
		keys: await control('/state'),
		/** Forgets everything and lets each kind of fault strike each request with 5 %. @param seed */
		async brew(seed: number) {
			await control('/reset', {});
			await control('/faults/plan', plan(seed));
		},
		/** How many verifications were made */
		count: async () => Number((await control('/state')).verifications),
		aftermath: async () =>
			aftermath({
				users: await control('/users'),
				verifications: await control('/verifications'),
				notifications: await control('/notifications'),
				requests: await control('/requests'),
			}),
		async close() {
			child.kill();
			await once(child, 'close');
		},
	};
}

interface ServerState {
	users: { user_id: string }[];
	verifications: { verification_id: string; vkyc_link: string }[];
	notifications: { verification_id: string; channel: string }[];
	requests: {
		operation: string;
		body?: { verification_id?: string; user_id?: string };
		processed: boolean;
		fault?: string;
	}[];
}

/** What came of the storm at the server, to be held against what should have. */
function aftermath({ users, verifications, notifications, requests }: ServerState) {
	const notified: Record<string, string[]> = {};
	for (const { verification_id: id, channel } of notifications) {
		(notified[id] ??= []).push(channel);
	}
	const taken: Set<string> = new Set();
	const sentAgain: string[] = [];
	for (const { operation, body, processed } of requests) {
		if (!operation.startsWith('POST') || !body) continue;
		const request = `${operation} ${body.verification_id ?? body.user_id}`;
		if (taken.has(request)) sentAgain.push(request);
		if (processed) taken.add(request);
	}
	return {
		users: users.map(({ user_id: id }) => String(id)),
		/** Link by verification ID */
		links: Object.fromEntries(
			verifications.map(({ verification_id: id, vkyc_link: link }) => [id, String(link)]),
		),
		/** By verification, the channels over which its person got a message */
		notified,
		/** What was sent once more after the server had taken it; a look-up would have told so */
		sentAgain,
		/** How often each kind of fault struck */
		struck: Object.keys(kinds).map((kind) => requests.filter(({ fault }) => fault === kind).length),
	};
}

/**
 * Runs the node on items in a process of its own, and ends that process in the middle, at once, as a
 * power cut would.
 *
 * @throws where the run ended by itself
 */
export async function runKilled(
	server: Awaited<ReturnType<typeof startServer>>,
	items: IDataObject[],
) {
	const child = fork(join(__dirname, 'stormRun.ts'), { execArgv: ['--import', 'tsx'] });
	const ended = once(child, 'exit');
	child.send({ cashfree: server.keys, items, parameters, credential });
	while (child.exitCode === null && (await server.count()) < items.length / 2) await wait(20);
	child.kill('SIGKILL');
	const [, signal] = await ended;
	if (signal !== 'SIGKILL') throw new Error('The run ended before it could be killed.');
}
