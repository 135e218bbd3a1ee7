import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { call } from '../support/cashfreeClient';
import { startReceiver } from '../support/cashfreeReceiver';
import { useLocalCashfree } from '../support/localCashfree';

const cashfree = useLocalCashfree({ twoFactor: 'ipWhitelist' });
beforeEach(async () => {
	await initiate('v-1');
});

async function initiate(id: string, name = 'Meera Pillai') {
	await call(cashfree, 'POST /user', { phone: '9988776655', user_id: `user-${id}`, name });
	await call(cashfree, 'POST /vkyc', { verification_id: id, user_id: `user-${id}` });
}

const read = async () => await (await fetch(`${cashfree.origin}/_local/`)).text();
/** Sends a form as the page does, and gives what the page shows then. */
async function submit(action: string, fields: Record<string, string>) {
	const answer = await fetch(`${cashfree.origin}/_local/page${action}`, {
		method: 'POST',
		body: new URLSearchParams(fields),
		headers: { origin: cashfree.origin, 'sec-fetch-site': 'same-origin' },
		redirect: 'manual',
	});
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/_local/']);
	return await read();
}

it('shows each verification with its status and a button for each step that may follow', async () => {
	const page = await read();
	for (const part of ['v-1', 'user-v-1', 'Meera Pillai', 'RECEIVED', 'LINK_GENERATED']) {
		expect(page).toContain(part);
	}
	const steps = [...page.matchAll(/name="step"\s+value="([^"]*)"/g)].map(([, step]) => step);
	expect(steps).toEqual(['aadhaar-verified', 'expired', 'failed', 'insufficient-balance']);
});

it('takes a verification further, and says so once', async () => {
	const page = await submit('/step', { verification_id: 'v-1', step: 'call-completed' });
	expect(page).toContain('v-1 is now POST_VIDEO_CALL, USER_CALL_COMPLETED.');
	expect(page).toContain('1,000,000 bytes');
	expect(await read()).not.toContain('is now');
	expect(cashfree.verifications.get('v-1')?.sub_status).toBe('USER_CALL_COMPLETED');
});

it('says why a step was not taken', async () => {
	expect(await submit('/step', { verification_id: 'none', step: 'failed' })).toMatch(
		/role="alert"[^<]*>\s*There is no verification &quot;none&quot;\./,
	);
});

it('adds a URL that passes the test, shows deliveries with their answers, and sends again', async () => {
	const receiver = await startReceiver([200, 401]);
	const added = await submit('/webhooks/test', { url: receiver.url });
	expect(added).toMatch(/Added: http:\/\/127\.0\.0\.1:\d+\/webhook answered 200 after \d+ ms\./);
	await submit('/webhooks/test', { url: receiver.url });
	expect(cashfree.webhooks.registrations).toHaveLength(1);
	await submit('/step', { verification_id: 'v-1', step: 'expired' });
	await submit('/webhooks/other', { product: 'kyc-link' });
	await cashfree.webhooks.settled();
	const page = await read();
	for (const part of ['VKYC_USER_LINK_EXPIRED', 'KYC_LINK_ACTION_PERFORMED', '>401<', '>200<']) {
		expect(page).toContain(part);
	}
	const again = await submit('/webhooks/redeliver', { index: '0' });
	expect(again).toContain('Sent again; the answer is 200.');
	await submit('/webhooks/remove', { url: receiver.url });
	expect(cashfree.webhooks.registrations).toEqual([]);
	await receiver.close();
	expect(await submit('/webhooks/test', { url: receiver.url })).toContain('Not added: ');
});

it('switches faults on and off', async () => {
	const on = { kind: 'html-before', on: 'GET /user', times: '2', ms: '', bytes: '' };
	expect(await submit('/faults/on', on)).toMatch(/<td>2<\/td>/);
	const user = async () => (await call(cashfree, 'GET /user?user_id=user-v-1')).status;
	expect(await user()).toBe(502);
	expect(await read()).toMatch(/<td>1<\/td>/);
	expect(await submit('/faults/off', {})).toContain('No fault is on.');
	expect(await user()).toBe(200);
	expect(await submit('/faults/on', { kind: 'flood' })).toContain('role="alert"');
});

it('shows as text whatever came from outside', async () => {
	const evil = `"'><script>alert(1)</script><img src=x onerror=alert(2)>`;
	await initiate('v-2', evil);
	const { status, sub_status } = { status: evil, sub_status: evil };
	cashfree.move('v-1', { status, sub_status });
	cashfree.webhooks.register(`http://127.0.0.1:9/?${evil}`);
	await cashfree.webhooks.deliver(`http://127.0.0.1:9/${evil}`, {
		event_type: '<b>',
		data: { verification_id: evil },
	});
	cashfree.faults.queue('hang', { match: { verification_id: evil } });
	await submit('/step', { verification_id: evil, step: evil });
	const page = await submit('/webhooks/test', { url: evil });
	expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
	expect(page).not.toMatch(/<script|<img|<b>/);
});

it('lets the browser load nothing but its own style, and no other page frame it', async () => {
	const { headers } = await fetch(`${cashfree.origin}/_local/`);
	expect(headers.get('content-security-policy')).toBe(
		"default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	);
	expect(headers.get('content-type')).toContain('text/html');
	const style = await fetch(`${cashfree.origin}/_local/page/style.css`);
	expect(style.headers.get('content-type')).toContain('text/css');
	expect(await style.text()).toContain('prefers-color-scheme: dark');
});

/** Asks with any headers, `Host` included, which `fetch` would not send. */
async function ask(method: string, path: string, headers: Record<string, string>) {
	const { port } = cashfree;
	return await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
		request({ port, host: '127.0.0.1', method, path: `/_local${path}`, headers }, (response) => {
			text(response).then((body) => resolve({ status: response.statusCode, body }), reject);
		})
			.on('error', reject)
			.end();
	});
}

describe.each([
	['the page', 'POST', '/page/faults/off'],
	['the controls', 'POST', '/verifications/v-1/advance'],
	['the controls', 'DELETE', '/webhooks'],
	['the settings', 'PATCH', '/settings'],
])('%s: %s %s', (_what, method, path) => {
	it.each([
		{ origin: 'http://evil.example' },
		{ origin: 'http://localhost:5678' },
		{ origin: 'null' },
		{ 'sec-fetch-site': 'cross-site' },
		{ 'sec-fetch-site': 'same-site' },
	])('refuses what a page of another origin sends: %j', async (headers) => {
		const { status, body } = await ask(method, path, headers as Record<string, string>);
		expect([status, body]).toEqual([403, expect.stringContaining('another origin')]);
		expect(cashfree.verifications.get('v-1')?.sub_status).toBe('LINK_GENERATED');
	});

	it('takes it from its own page and from programs', async () => {
		const host = `localhost:${cashfree.port}`;
		const own = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
		for (const headers of [own, { host }]) {
			expect((await ask(method, path, headers)).status).toBeLessThan(400);
		}
	});
});

it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '192.0.2.1', 'a b'])(
	'shows nothing under the name %s',
	async (host) => {
		for (const path of ['/', '/state', '/verifications', '/page/style.css']) {
			const { status, body } = await ask('GET', path, { host });
			expect([status, body]).toEqual([403, expect.not.stringContaining(cashfree.clientSecret)]);
		}
	},
);

it.each(['localhost', '127.0.0.1', '127.0.0.2', '[::1]', 'LOCALHOST'])(
	'is at home under the name %s, with any port',
	async (host) => {
		expect((await ask('GET', '/', { host: `${host}:1234` })).status).toBe(200);
		expect((await ask('GET', '/state', { host })).status).toBe(200);
	},
);
