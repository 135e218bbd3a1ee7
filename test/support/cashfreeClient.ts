'use strict';
import { constants, publicEncrypt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { default as axios } from 'axios';
import type { AxiosResponse } from 'axios';

type Server = {
	clientId: string;
	clientSecret: string;
	publicKey: string;
	url: string;
	origin: string;
};
type Headers = Record<string, string | undefined>;

/**
 * A signature as Cashfree's page describes it.
 * @param how seconds since 1970
 */
export function sign(
	{ publicKey, clientId: own }: Server,
	how: { clientId?: string; seconds?: number; oaepHash?: string } = {},
): string {
	const { clientId = own, seconds = Math.floor(Date.now() / 1000), oaepHash = 'sha1' } = how;
	const padding = constants.RSA_PKCS1_OAEP_PADDING;
	const plain = Buffer.from(`${clientId}.${seconds}`);
	return publicEncrypt({ key: publicKey, padding, oaepHash }, plain).toString('base64');
}

/**
 * Calls one path of the local Cashfree server with keys, version and signature; any status is an
 * answer, redirects are not followed.
 * @param operation e.g. `GET /vkyc?verification_id=a`, or `POST /_local/reset`
 * @param data JSON body
 * @param headers in place of the usual ones
 * @throws with a `code` such as ECONNRESET when there was no answer
 */
export async function call(
	server: Server,
	operation: string,
	data?: unknown,
	headers: Headers = {},
): Promise<AxiosResponse> {
	const [method = '', path = ''] = operation.split(' ');
	const base = path.startsWith('/_local') ? server.origin : server.url;
	return await axios({
		method,
		url: base + path,
		data,
		headers: {
			'x-client-id': server.clientId,
			'x-client-secret': server.clientSecret,
			'x-api-version': '2024-12-01',
			'x-cf-signature': sign(server),
			...headers,
		},
		maxRedirects: 0,
		proxy: false,
		validateStatus: () => true,
	});
}

/** @returns the code with which it failed, or `answered` */
export async function failureOf(calling: Promise<unknown>): Promise<string> {
	return await calling.then(
		() => 'answered',
		(error) => String(error.code),
	);
}

/** Repeats until `attempt` succeeds; the test's own time limit is the bound. */
export async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
	for (;;) {
		try {
			return await attempt();
		} catch {
			await wait(10);
		}
	}
}

/** @returns a clock that moves only when told */
export function createClock(): (() => number) & { add(ms: number): void } {
	let time = Date.parse('2025-05-22T03:51:14.000Z');
	return Object.assign(() => time, { add: (ms: number) => void (time += ms) });
}

/** A body of `POST /vkyc` with every field of the API page; the person is invented. */
export const fullBody = () => ({
	verification_id: 'vkyc_verification_id',
	user_template: 'vkyc_user_template_v1',
	agent_template: 'vkyc_agent_template_v2',
	user_id: 'user-1',
	notification_types: ['sms', 'whatsapp'],
	aadhaar_details: {
		last_verified_at: '2025-05-07T15:04:05Z',
		care_of: 'S/O: Ravi Kumar',
		dob: '02-02-1995',
		gender: 'M',
		name: 'Arjun Ravi Kumar',
		split_address: {
			country: 'India',
			dist: 'Haveri',
			house: 'Shanti Nilaya',
			pincode: 581115,
			po: 'Ranebennur',
			state: 'Karnataka',
			street: 'Gandhi Nagar 1st Main',
			subdist: 'Ranibennur',
			vtc: 'Ranibennur',
		},
		photo_link: 'https://files.example/photo.jpg',
	},
	security_questions: [
		{ order: 1, question: 'Which was your first school?', answer: 'Green Valley' },
		{ order: 2, question: 'Which is your favourite fruit?', answer: 'Mango' },
	],
});
