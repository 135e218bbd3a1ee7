import { linkGenerated, receive, signedHeaders } from './receive';
import { legacyBodies } from './vectors';

/** How often the node parses a body which n8n leaves as it is. */
async function parsedIn(
	rawBody: Buffer,
	headers: Record<string, string | undefined>,
	parameters = {},
) {
	const parse = jest.spyOn(JSON, 'parse');
	const start = rawBody.toString().slice(0, 20);
	try {
		const request = {
			headers: { 'content-type': 'text/plain', ...headers },
			rawBody,
			body: 'text',
		};
		const { response, items } = await receive('', { request, parameters });
		const parsed = parse.mock.calls.filter(([text]) => text.startsWith(start)).length;
		return { parsed, status: response.status, items: items?.length ?? 0 };
	} finally {
		parse.mockRestore();
	}
}

const bytesOf = (event: object) => Buffer.from(JSON.stringify(event));
const withBodySignature = { options: { allowBodySignature: true } };

it('are not parsed without a signature', async () => {
	const refused = await parsedIn(bytesOf(linkGenerated()), {});
	expect(refused).toEqual({ parsed: 0, status: 401, items: 0 });
});

it('are not parsed with a wrong signature', async () => {
	const rawBody = bytesOf(linkGenerated());
	const refused = await parsedIn(rawBody, signedHeaders(rawBody, 'guessed'));
	expect(refused).toEqual({ parsed: 0, status: 401, items: 0 });
});

it('are parsed once with the right one, and start the workflow', async () => {
	const rawBody = bytesOf(linkGenerated());
	const taken = await parsedIn(rawBody, signedHeaders(rawBody));
	expect(taken).toEqual({ parsed: 1, status: 200, items: 1 });
});

it('are parsed once with the older signature inside', async () => {
	const taken = await parsedIn(legacyBodies['of texts and numbers'], {}, withBodySignature);
	expect(taken).toEqual({ parsed: 1, status: 200, items: 1 });
});

it('are not parsed for the older signature where they are longer than any event', async () => {
	const rawBody = bytesOf(linkGenerated({ signature: 'x', padding: 'p'.repeat(64 * 1024) }));
	const refused = await parsedIn(rawBody, {}, withBodySignature);
	expect(refused).toEqual({ parsed: 0, status: 401, items: 0 });
});

it.each(['"', '\\"', '1', '[', '{"a":', '.', '@', 'event_type=', 'VKYC'])(
	'of 16 MB of %j are answered with 200, unsigned, and with 401 where they begin with an event',
	async (piece) => {
		const text = piece.repeat((16 * 2 ** 20) / piece.length);
		expect(await parsedIn(Buffer.from(text), {})).toMatchObject({ parsed: 0, status: 200 });
		const named = Buffer.from(`"event_type":"VKYC_X"${text}`);
		expect(await parsedIn(named, {})).toMatchObject({ parsed: 0, status: 401 });
		const late = Buffer.from(`${text}"event_type":"VKYC_X"`);
		expect(await parsedIn(late, {})).toMatchObject({ parsed: 0, status: 200 });
	},
);

describe('that are proven, but', () => {
	const deep = (levels: number) => {
		const data = '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
		return `{"event_type":"VKYC_X","event_time":"${levels}","data":${data}}`;
	};

	it.each([
		['are cut off', '{"event_type":"VKYC_USER_CALL_COMPLETED"', 'The body cannot be read'],
		['hold words before the event', 'data={"event_type":"VKYC_X"}', 'The body cannot be read'],
		['hold nothing but blanks', '  ', 'The body cannot be read'],
		['name another product and are cut off', '{"event_type":"BAV_X"', 'The body cannot be read'],
		['are nested 101 deep', deep(100), 'The event is nested too deep'],
		['are nested 100,000 deep', deep(100_000), 'The event is nested too deep'],
	])(
		'%s are answered with an error, so that they come again, and logged',
		async (_, text, reason) => {
			const rawBody = Buffer.from(text);
			const headers = { ...signedHeaders(rawBody), 'content-type': 'text/plain' };
			const { response, items, error, logs } = await receive('', {
				request: { headers, rawBody, body: text },
			});
			expect(response).toMatchObject({ status: 500, body: { message: reason } });
			expect([items, error]).toEqual([undefined, undefined]);
			expect(logs.join('\n')).toContain(`refused a delivery: ${reason}`);
		},
	);

	it('are nested 100 deep start the workflow, masked or not', async () => {
		for (const maskPersonalData of [false, true]) {
			const parameters = { options: { maskPersonalData, ignoreDuplicates: false } };
			expect((await receive(deep(98), { parameters })).items).toHaveLength(1);
		}
	});
});
