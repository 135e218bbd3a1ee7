import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { hasten } from '../support/hasten';
import { startBytes, useRecordings } from '../support/recordings';

hasten(20);
const { fetch, recordBehind, operations } = useRecordings();

const head = (...headers: string[]) =>
	['HTTP/1.1 200 OK', 'connection: close', ...headers, '', ''].join('\r\n');
const mp4 = 'content-type: video/mp4';
const chunked = 'transfer-encoding: chunked';
const notDownloaded = 'recording_not_downloaded';

/** Runs the node for a verification whose link leads to these bytes. */
async function answered(parts: Array<string | Buffer>, options = {}) {
	const server = await startBytes(...parts);
	await recordBehind('v-1', server.link);
	const result = await fetch(options, { onError: 'continueRegularOutput' });
	await server.close();
	const left = [JSON.stringify(result.items), ...result.logs].join('\n');
	expect(left).not.toMatch(/X-Amz|call\.mp4/);
	return { ...server.counted, item: result.items[0], error: result.json[0]?.error };
}

describe('an answer that is no recording', () => {
	it.each<[string, Array<string | Buffer>, number]>([
		['a web page', [head('content-type: text/html', 'content-length: 6'), '<html>'], 1],
		['XML', [head('content-type: application/xml', 'content-length: 8'), '<Error/>'], 1],
		['JSON', [head('Content-Type: Application/JSON; x', 'content-length: 2'), '{}'], 1],
		['a page without a type', [head('content-length: 13'), '\n <html>Hi</a>'], 1],
		[
			'a page as bytes',
			[head('content-type: binary/octet-stream', 'content-length: 6'), '<html>'],
			1,
		],
		['JSON as a video', [head(mp4, 'content-length: 2'), '{}'], 1],
		[
			'a problem',
			[head('content-type: application/problem+json', 'content-length: 5'), 'bytes'],
			1,
		],
		['a picture', [head('content-type: image/svg+xml', 'content-length: 5'), 'bytes'], 1],
		['an archive', [head('content-type: application/zip', 'content-length: 5'), 'bytes'], 1],
		[
			'an encoding of its own',
			[head(mp4, 'content-encoding: x-own', 'content-length: 5'), 'bytes'],
			1,
		],
		['a length of 0', [head(mp4, 'content-length: 0')], 3],
		['a length below 0', [head(mp4, 'content-length: -5'), 'bytes'], 3],
		['two lengths', [head(mp4, 'content-length: 3', 'content-length: 5'), 'bytes'], 3],
		['no length at all', [head(mp4), 'bytes'], 1],
		['fewer bytes than stated', [head(mp4, 'content-length: 6'), 'bytes'], 3],
		['chunks without an end', [head(mp4, chunked), '5\r\nbytes\r\n'], 1],
		['chunks that are none', [head(mp4, chunked), 'zz\r\n'], 1],
		['no chunk', [head(mp4, chunked), '0\r\n\r\n'], 1],
		['no HTTP', ['220 mail.example ESMTP\r\n'], 3],
		['nothing', [''], 3],
		['a part of it', ['HTTP/1.1 206 Partial Content\r\ncontent-length: 5\r\n\r\nbytes'], 3],
	])('is not handed on: %s', async (_, parts, connections) => {
		const { item, error, ...counted } = await answered(parts);
		expect(error).toMatchObject({ code: notDownloaded, outcome: 'answered' });
		expect(item).not.toHaveProperty('binary');
		expect(counted.connections).toBe(connections);
	});

	it('is not handed on: more than may be, if it says so', async () => {
		const { error } = await answered([head(mp4, 'content-length: 999999999999999'), 'bytes']);
		expect(error).toMatchObject({ code: 'recording_too_large' });
	});

	it('is not handed on: one that is compressed, since its length cannot be compared', async () => {
		const body = gzipSync(Buffer.alloc(1_000_000));
		const headers = head(mp4, 'content-encoding: gzip', `content-length: ${body.length}`);
		const { error } = await answered([headers, body]);
		expect(error).toMatchObject({ code: notDownloaded });
	});

	it('is not handed on: one that is packed and cut, whose unpacked part looks whole', async () => {
		const packed = gzipSync(randomBytes(100_000)).subarray(0, 50_000);
		const size = packed.length.toString(16);
		const headers = head(mp4, 'content-encoding: gzip', chunked);
		const { item, error } = await answered([headers, `${size}\r\n`, packed, '\r\n0\r\n\r\n']);
		expect(error).toMatchObject({ code: notDownloaded });
		expect(item).not.toHaveProperty('binary');
	});
});

it.each<[string, string, string]>([
	['video/mp4; codecs="avc1"', 'video/mp4', 'v-1.mp4'],
	['VIDEO/WEBM', 'video/webm', 'v-1.webm'],
	['binary/octet-stream', 'video/mp4', 'v-1.mp4'],
	['application/mp4', 'application/mp4', 'v-1.bin'],
	['', 'video/mp4', 'v-1.mp4'],
])('names the file after the type %j', async (type, mimeType, fileName) => {
	const { item, requests } = await answered([
		head(`content-type: ${type}`, 'content-length: 5'),
		'bytes',
	]);
	expect(item?.json.recording).toMatchObject({
		file_name: fileName,
		mime_type: mimeType,
		bytes: 5,
	});
	expect(item?.binary?.data).toMatchObject({ fileName, mimeType });
	expect(requests[0]).toMatch(/^accept-encoding: identity\r$/im);
	expect(requests[0]).not.toMatch(/^(x-c|authorization|cookie)/im);
});

describe('a link that the node does not open', () => {
	it.each<[string, unknown]>([
		['a number', 4711],
		['true', true],
		['an object', { link: 'https://recordings.example.com/a.mp4' }],
		['no address', 'null'],
		['a script', 'javascript:alert(1)'],
		['a file', 'file:///etc/passwd'],
		['data', 'data:video/mp4;base64,AAAA'],
		['http to another machine', 'http://recordings.example.com/a.mp4?X-Amz-Signature=invented'],
		['http to a name like this machine', 'http://127.0.0.1.example.com/a.mp4'],
		['a password', 'https://user:password@recordings.example.com/a.mp4'],
		['a user name on this machine', 'http://user@127.0.0.1:1/a.mp4'],
	])('fails the item: %s', async (_, link) => {
		await recordBehind('v-1', link);
		const result = await fetch({}, { onError: 'continueRegularOutput' });
		expect(result.json[0]?.error).toMatchObject({
			message:
				'Cashfree answered with a link to the recording that the node does not open [item 0]',
			code: notDownloaded,
			status: 'AGENT_REVIEWED',
		});
		expect(JSON.stringify(result.items)).not.toMatch(/recordings\.example|X-Amz|password@/);
		expect(operations()).toEqual(['GET /vkyc']);
	});
});
