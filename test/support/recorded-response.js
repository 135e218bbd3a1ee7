/** What a webhook node uses of an express response, kept to be looked at. */
class RecordedResponse {
	statusCode = 200;
	headersSent = false;
	/** @type {Record<string, unknown>} names in lower case */
	headers = {};
	/** @type {unknown} */
	body = undefined;

	/** @param {number} code */
	status(code) {
		this.statusCode = code;
		return this;
	}

	/**
	 * @param {string} name
	 * @param {unknown} value
	 */
	setHeader(name, value) {
		this.headers[name.toLowerCase()] = value;
		return this;
	}

	/** @param {unknown} [body] */
	send(body) {
		if (this.headersSent) throw new Error('The response has been sent already.');
		this.headersSent = true;
		this.body = body;
		return this;
	}

	/** @param {unknown} body */
	json(body) {
		return this.send(body);
	}

	/** @param {unknown} [body] */
	end(body) {
		return this.headersSent ? this : this.send(body);
	}
}

module.exports = { RecordedResponse };
