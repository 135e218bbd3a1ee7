import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { answers } from './answers';
import type { Answer } from './answers';
import type { Core } from './core';
import { toJson } from './json';
import type { Request } from './request';

type Done = (error?: Error | null, payload?: unknown) => void;

const html = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';

const toBody = ({ type, code, message }: Answer) => toJson({ type, code, message });

/**
 * Faults that strike before the request is processed. Where one strikes, `done` is not called.
 */
export function beforehand(
	{ fault, raw }: Request,
	reply: FastifyReply,
	core: Core,
	done: () => void,
) {
	const limited = answers.too_many_requests_per_operation;
	switch (fault?.kind) {
		case 'reset-before-reading':
			reply.hijack();
			raw.socket.resetAndDestroy();
			return;
		case 'hang':
			reply.hijack();
			hangUpAfter(raw.socket, fault.ms);
			return;
		case '429':
			reply.code(429).headers(fault.headers ?? {});
			reply.type('application/json').send(toBody(limited));
			return;
		case 'html-before':
			reply.code(502).type('text/html').send(html);
			return;
		case 'redirect':
			reply.redirect(fault.location ?? `${core.listener.otherOrigin}/_local/elsewhere`, 302);
			return;
		default:
			done();
	}
}

/**
 * Faults that strike after the request was processed: the caller gets something else than the
 * answer, which is in `payload`. Notes in the log what the caller got.
 */
export function afterwards(
	{ fault, raw, entry }: Request,
	reply: FastifyReply,
	payload: unknown,
	core: Core,
	done: Done,
) {
	const { socket } = raw;
	const sendInstead = (status: number, type: string, body: string) => {
		reply.code(status).type(type);
		entry.status = status;
		done(null, body);
	};
	switch (fault?.kind) {
		case 'take-then-cut':
			socket.destroy();
			return;
		case 'take-then-hang':
			hangUpAfter(socket, fault.ms);
			return;
		case 'take-then-500':
			sendInstead(500, 'application/json', toBody(answers.verification_failed));
			return;
		case 'take-then-html':
			sendInstead(502, 'text/html', html);
			return;
		case 'empty-body':
			sendInstead(reply.statusCode, 'application/json', '');
			return;
		case 'half-body':
			// a recording ends by itself: it is a stream
			if (typeof payload !== 'string') break;
			entry.status = reply.statusCode;
			sendHalf(reply, String(payload), socket);
			return;
		case 'slow':
			entry.status = reply.statusCode;
			setTimeout(() => done(null, payload), fault.ms ?? 1000);
			return;
		case 'refuse':
			core.listener.refuse(fault.ms ?? 100);
			reply.header('connection', 'close');
			break;
	}
	entry.status = reply.statusCode;
	done(null, payload);
}

/** @param ms absent: the connection hangs until the caller or the server ends it */
function hangUpAfter(socket: Socket, ms?: number) {
	if (ms !== undefined) setTimeout(() => socket.destroy(), ms).unref();
}

function sendHalf(reply: FastifyReply, payload: string, socket: Socket) {
	const whole = Buffer.from(payload);
	reply.raw.writeHead(reply.statusCode, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': whole.length,
	});
	reply.raw.write(whole.subarray(0, whole.length >> 1), () => socket.destroy());
}
