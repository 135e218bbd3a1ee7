import { randomUUID } from 'node:crypto';
import axios from 'axios';

/** n8n answered with another status than 2xx. */
export class RestError extends Error {
	constructor(
		message: string,
		readonly status: number,
	) {
		super(message);
	}
}

/** Sends requests to the REST API of a running n8n, as its editor does. */
export class RestClient {
	#cookie = '';
	#http;

	/** @param url of n8n, without a slash at the end */
	constructor(url: string) {
		// n8n ties a login to the browser that made it.
		const headers = { 'browser-id': randomUUID() };
		this.#http = axios.create({
			baseURL: `${url}/rest`,
			headers,
			proxy: false,
			timeout: 60_000,
			maxRedirects: 0,
			validateStatus: () => true,
		});
	}

	/**
	 * @param path below `/rest`
	 * @returns the `data` of n8n's answer
	 * @throws where n8n answers with another status than 2xx, with its message
	 */
	async request<Answer = unknown>(
		method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
		path: string,
		body?: object,
	): Promise<Answer> {
		const headers = { Cookie: this.#cookie };
		const response = await this.#http.request({ method, url: path, data: body, headers });
		const { status, data } = response;
		if (status < 200 || status > 299) {
			const message = data?.message ?? JSON.stringify(data);
			const text = `n8n answered ${method} /rest${path} with ${status}: ${message}`;
			throw new RestError(text, status);
		}
		const cookie = response.headers['set-cookie']?.find((text) => text.startsWith('n8n-auth='));
		if (cookie) this.#cookie = cookie.split(';')[0] ?? '';
		return data?.data;
	}
}
