/** What a webhook node uses of an express response, kept to be looked at. */
export class RecordedResponse {
	statusCode = 200;
	headersSent = false;
	/** names in lower case */
	headers: Record<string, unknown> = {};
	body: unknown = undefined;

	status(code: number) {
		this.statusCode = code;
		return this;
	}

	setHeader(name: string, value: unknown) {
		this.headers[name.toLowerCase()] = value;
		return this;
	}

	send(body?: unknown) {
		if (this.headersSent) throw new Error('The response has been sent already.');
		this.headersSent = true;
		this.body = body;
		return this;
	}

	json(body: unknown) {
		return this.send(body);
	}

	end(body?: unknown) {
		return this.headersSent ? this : this.send(body);
	}
}
