import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A tool as the model is told of it. */
interface OfferedTool {
	function: {
		name: string;
		description: string;
		parameters: { properties: Record<string, { description?: string }> };
	};
}

interface Question {
	messages: { role: string; content: string }[];
	tools: OfferedTool[];
}

interface Message {
	content: string | null;
	tool_calls?: object[];
}

/**
 * What a chat model would do that is asked for the status of a verification: it calls the tool for
 * it, and then answers with what the tool gave.
 */
function answerTo({ messages, tools }: Question, verificationId: string): Message {
	const last = messages.at(-1);
	if (last?.role === 'tool') return { content: `The tool says: ${last.content}` };
	const tool = tools.map((each) => each.function).find(({ name }) => /status/i.test(name));
	const call = { name: tool?.name, arguments: JSON.stringify({ verification_id: verificationId }) };
	return { content: null, tool_calls: [{ id: 'call-1', type: 'function', function: call }] };
}

/**
 * Starts a local stand-in for a chat model, with as much of OpenAI's interface as n8n's node uses.
 *
 * @param verificationId which verification it asks for
 */
export async function startChatModel(
	verificationId: string,
): Promise<{ url: string; close: () => void; offered: () => OfferedTool[] }> {
	let tools: OfferedTool[] = [];
	const server = createServer(async (request, response) => {
		let body = '';
		for await (const part of request) body += part;
		const question = JSON.parse(body) as Question;
		({ tools } = question);
		const message = { role: 'assistant', ...answerTo(question, verificationId) };
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
	const { port } = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}/v1`;
	return { url, close: () => server.close(), offered: () => tools };
}
