import { request as sendOn } from 'node:http';
import { TLSSocket } from 'node:tls';
import { startServer } from './httpServer';
import { selfSigned } from './selfSigned';
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';

/** A proxy that passes plain requests on, as one of an office does, and notes them. */
export async function startProxy() {
	const passed: string[] = [];
	const proxy = await startServer((request, response) => {
		passed.push(`${request.method} ${request.url}`);
		const { method, headers } = request;
		const onward = sendOn(String(request.url), { method, headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		onward.on('error', () => response.destroy());
		request.pipe(onward);
	});
	return { ...proxy, passed };
}

/** A proxy that stands in for each server, with a certificate that nobody vouches for. */
export async function startImpostor() {
	/** headers, and names of tunnels */
	const read: Array<string | IncomingHttpHeaders> = [];
	const certificate = selfSigned('impostor.example');
	const proxy = await startServer((request, response) => {
		read.push(request.headers);
		response.end('{}');
	});
	proxy.server.on('connect', (request, socket) => {
		read.push(String(request.url));
		socket.write('HTTP/1.1 200 OK\r\n\r\n');
		const { key, cert } = certificate;
		const tls = new TLSSocket(socket as Socket, {
			...{ isServer: true, key, cert },
		});
		tls.on('error', () => socket.destroy());
		proxy.server.emit('connection', tls);
	});
	return { ...proxy, certificate, read };
}

/** A proxy that lets nobody through. */
export async function startRefusingProxy(status: number, headers: Record<string, string> = {}) {
	const page = '<html><body>Access denied</body></html>';
	const proxy = await startServer((_request, response) =>
		response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(page),
	);
	proxy.server.on('connect', (_request, socket) => {
		const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
		const length = `content-length: ${page.length}\r\n`;
		socket.end(`HTTP/1.1 ${status} No\r\n${lines.join('')}${length}\r\n${page}`);
	});
	return proxy;
}

/** Does something while this process is set up with a proxy, as n8n's would be. */
export async function behindProxy<T>(url: string, act: () => Promise<T>) {
	const before = { ...process.env };
	const settings = { HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: '' };
	for (const [name, value] of Object.entries(settings)) {
		process.env[name] = value;
		process.env[name.toLowerCase()] = value;
	}
	try {
		return await act();
	} finally {
		for (const name of Object.keys(settings).flatMap((each) => [each, each.toLowerCase()])) {
			if (before[name] === undefined) delete process.env[name];
			else process.env[name] = before[name];
		}
	}
}
