const { once } = require('node:events');
const http = require('node:http');

/**
 * What a chat model would do that is asked for the status of a verification: it calls the tool for
 * it, and then answers with what the tool gave.
 */
function answerTo({ messages, tools }, verificationId) {
	const last = messages.at(-1);
	if (last.role === 'tool') return { content: `The tool says: ${last.content}` };
	const { name } = tools.map((tool) => tool.function).find((tool) => /status/i.test(tool.name));
	const call = { name, arguments: JSON.stringify({ verification_id: verificationId }) };
	return { content: null, tool_calls: [{ id: 'call-1', type: 'function', function: call }] };
}

/**
 * Starts a local stand-in for a chat model, with as much of OpenAI's interface as n8n's node uses.
 *
 * @param {string} verificationId which verification it asks for
 * @returns {Promise<{ url: string, close: () => void }>}
 */
async function startChatModel(verificationId) {
	const server = http.createServer(async (request, response) => {
		let body = '';
		for await (const part of request) body += part;
		const message = { role: 'assistant', ...answerTo(JSON.parse(body), verificationId) };
		const choice = { index: 0, message, finish_reason: message.tool_calls ? 'tool_calls' : 'stop' };
		const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
		const answer = {
			id: 'chat-1',
			object: 'chat.completion',
			model: 'local',
			choices: [choice],
			usage,
		};
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(answer));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address();
	return { url: `http://127.0.0.1:${port}/v1`, close: () => server.close() };
}

module.exports = { startChatModel };
