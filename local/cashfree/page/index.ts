import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Core } from '../core';
import type { Kind } from '../faultList';
import { layout } from './layout';
import type { Notice } from './layout';
import { style } from './style';

/** The fields of all forms; the browser sends those of one. */
type Form = Record<string, string | undefined>;

const securityPolicy = [
	...["default-src 'none'", "style-src 'self'", "form-action 'self'"],
	...["base-uri 'none'", "frame-ancestors 'none'"],
].join('; ');

/** @returns undefined for an empty field */
const numberIn = (text: string | undefined) => (text ? Number(text) : undefined);

/** The page under `/_local/`: all by forms, without a script. Each form leads back to it. */
export function addPage(app: FastifyInstance, core: Core) {
	const { webhooks, faults, journey } = core;
	let notice: Notice | undefined;

	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		async (_request: unknown, text: string | Buffer) =>
			Object.fromEntries(new URLSearchParams(String(text))),
	);

	app.get('/', async (_request, reply) => {
		const text = layout(core, notice);
		notice = undefined;
		reply.headers({ 'content-security-policy': securityPolicy, 'referrer-policy': 'same-origin' });
		return reply.type('text/html').send(text);
	});
	app.get('/page/style.css', async (_request, reply) => reply.type('text/css').send(style));

	/** The page that follows shows the answers, where they come soon. */
	const answers = async () => await Promise.race([webhooks.settled(), wait(500)]);
	const back = (reply: FastifyReply) => reply.redirect('/_local/', 303);
	/** @param run returns what it has done, or throws what it could not do */
	const on = (url: string, run: (form: Form) => string | Promise<string>) =>
		app.post(`/page${url}`, async ({ body }, reply) => {
			try {
				notice = { text: await run((body ?? {}) as Form), failed: false };
			} catch (error) {
				notice = { text: (error as Error).message, failed: true };
			}
			return back(reply);
		});

	on('/step', async ({ verification_id: id = '', step = '' }) => {
		const { status, sub_status } = journey.step(id, step);
		await answers();
		return `${id} is now ${status}, ${sub_status}.`;
	});
	on('/webhooks/test', async ({ url = '' }) => {
		const { added, status, ms } = await webhooks.testAndAdd(url);
		const answer = status === null ? 'did not answer' : `answered ${status}`;
		const text = `${url} ${answer} after ${Math.round(ms)} ms`;
		if (!added) throw new Error(`Not added: ${text}. A URL has to answer 200.`);
		return `Added: ${text}.`;
	});
	on('/webhooks/remove', ({ url = '' }) => {
		webhooks.unregister(url);
		return `Removed: ${url}.`;
	});
	on('/webhooks/other', async ({ product = '' }) => {
		webhooks.announceOther(product);
		await answers();
		return `Sent: an event of ${product}.`;
	});
	on('/webhooks/redeliver', async ({ index }) => {
		const { status, failure } = await webhooks.redeliver(Number(index));
		return status === null ? `No answer: ${failure}.` : `Sent again; the answer is ${status}.`;
	});
	on('/faults/on', ({ kind = '', on: operation, times, ms, bytes }) => {
		const numbers = { times: numberIn(times), ms: numberIn(ms), bytes: numberIn(bytes) };
		const given = Object.entries(numbers).filter(([, value]) => value !== undefined);
		faults.queue(kind as Kind, { on: operation || undefined, ...Object.fromEntries(given) });
		return `The fault ${kind} is on.`;
	});
	on('/faults/off', () => {
		faults.clear();
		return 'All faults are off.';
	});
}
