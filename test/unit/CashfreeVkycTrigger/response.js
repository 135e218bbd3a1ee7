const { EventEmitter } = require('node:events');

/** What the node uses of an express response, to be closed by a test. */
class Response extends EventEmitter {
	statusCode = 200;

	writableEnded = false;

	/** @param {number} statusCode with which n8n answered */
	close(statusCode) {
		this.statusCode = statusCode;
		this.writableEnded = true;
		this.emit('close');
	}

	/** The sender does not wait for the answer. */
	hangUp() {
		this.emit('close');
	}
}

module.exports = { Response };
