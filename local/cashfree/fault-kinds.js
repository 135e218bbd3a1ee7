'use strict';
const { answers } = require('./answers.js');
const { toJson } = require('./json.js');

/**
 * @typedef {import('./server.js').Request} Request
 * @typedef {import('fastify').FastifyReply} Reply
 * @typedef {(error?: Error | null, payload?: unknown) => void} Done
 */

const html = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';

/** @param {import('./answers.js').Answer} answer */
const toBody = ({ type, code, message }) => toJson({ type, code, message });

/**
 * Faults that strike before the request is processed. Where one strikes, `done` is not called.
 * @param {Request} request
 * @param {Reply} reply
 * @param {import('./core.js').Core} core
 * @param {() => void} done
 */
function beforehand({ fault, raw }, reply, core, done) {
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
			reply.redirect(fault.location ?? `${core.listener.origin}/_local/elsewhere`, 302);
			return;
		default:
			done();
	}
}

/**
 * Faults that strike after the request was processed: the caller gets something else than the
 * answer, which is in `payload`. Notes in the log what the caller got.
 * @param {Request} request
 * @param {Reply} reply
 * @param {unknown} payload
 * @param {import('./core.js').Core} core
 * @param {Done} done
 */
function afterwards({ fault, raw, entry }, reply, payload, core, done) {
	const { socket } = raw;
	/** @param {number} status @param {string} type @param {string} body */
	const sendInstead = (status, type, body) => {
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

/**
 * @param {import('node:net').Socket} socket
 * @param {number} [ms] absent: the connection hangs until the caller or the server ends it
 */
function hangUpAfter(socket, ms) {
	if (ms !== undefined) setTimeout(() => socket.destroy(), ms).unref();
}

/**
 * @param {Reply} reply
 * @param {string} payload
 * @param {import('node:net').Socket} socket
 */
function sendHalf(reply, payload, socket) {
	const whole = Buffer.from(payload);
	reply.raw.writeHead(reply.statusCode, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': whole.length,
	});
	reply.raw.write(whole.subarray(0, whole.length >> 1), () => socket.destroy());
}

module.exports = { beforehand, afterwards };
