import type { IDataObject } from 'n8n-workflow';
import { hasten } from '../support/hasten';
import { sha256Of, useRecordings } from '../support/recordings';

hasten(20);
const { cashfree, fetch, record, recordBehind, downloads, operations } = useRecordings();

const recordingOf = (id: string, size: number) => ({
	file_name: `${id}.mp4`,
	mime_type: 'video/mp4',
	bytes: size,
	sha256: sha256Of(id, size),
	downloaded_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
});

describe('Get Recording', () => {
	it('puts the recording into a binary field, and what an audit needs into the JSON', async () => {
		await record('v-1', 300_001);
		const { items, error } = await fetch();
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{
				json: {
					verification_id: 'v-1',
					reference_id: expect.any(Number),
					user_id: 'lead-1',
					user_reference_id: expect.any(Number),
					status: 'RECEIVED',
					sub_status: 'LINK_GENERATED',
					recording: recordingOf('v-1', 300_001),
					outcome: 'pending',
				},
				binary: {
					data: expect.objectContaining({
						fileName: 'v-1.mp4',
						mimeType: 'video/mp4',
						fileExtension: 'mp4',
						bytes: 300_001,
					}),
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(operations()).toEqual(['GET /vkyc', 'GET /recording']);
	});

	it("says the outcome by the account's own words for a decision", async () => {
		await record('v-1', 10);
		Object.assign(cashfree.verifications.get('v-1')!, { sub_status: 'AUDITOR_OK' });
		const { json } = await fetch({ approvedWhen: 'auditor ok' });
		expect(json).toMatchObject([{ sub_status: 'AUDITOR_OK', outcome: 'approved' }]);
	});

	it('asks by reference ID as well, and names the file after the verification', async () => {
		await record('v-1', 10);
		const { reference_id } = cashfree.verifications.get('v-1')!;
		const parameters = { identifyVerificationBy: 'referenceId', referenceId: String(reference_id) };
		const { json } = await fetch({}, { parameters });
		expect(json).toMatchObject([{ verification_id: 'v-1', recording: recordingOf('v-1', 10) }]);
	});

	it('sends no key to the server of the recording', async () => {
		await record('v-1');
		await fetch();
		expect(cashfree.requests.at(-1)).toMatchObject({
			operation: 'GET /recording',
			status: 200,
			signed: false,
			secretHeaders: [],
		});
	});

	it('gives each item its own recording, also two of the same verification', async () => {
		await record('v-1', 1000);
		await record('v-2', 2000);
		const items = ['v-1', 'v-2', 'v-1'].map((id) => ({ id }));
		const { items: output } = await fetch({}, { items });
		expect(output.map(({ json }) => json.recording)).toEqual([
			recordingOf('v-1', 1000),
			recordingOf('v-2', 2000),
			recordingOf('v-1', 1000),
		]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		const bytes = output.map(({ binary }) => Buffer.from(binary?.data?.data ?? '', 'base64'));
		expect(bytes.map(({ length }) => length)).toEqual([1000, 2000, 1000]);
	});

	it('downloads two at a time, whatever the options say', async () => {
		const ids = Array.from({ length: 6 }, (_, index) => `v-${index}`);
		for (const id of ids) await record(id);
		cashfree.faults.queue('slow-body', { on: 'GET /recording', bytes: 2_000_000, times: 6 });
		const items = ids.map((id) => ({ id }));
		const { json } = await fetch({ maxConcurrentItems: 100 }, { items });
		expect(json.map(({ verification_id }) => verification_id)).toEqual(ids);
		expect(cashfree.recordings.mostAtOnce).toBe(2);
	});

	it.each<[string, string]>([
		['=call', 'call'],
		['={{ "of " + $json.id }}', 'of v-1'],
	])('names the binary field as %s says', async (binaryPropertyName, field) => {
		await record('v-1');
		const { items } = await fetch({}, { parameters: { binaryPropertyName } });
		expect(Object.keys(items[0]?.binary ?? {})).toEqual([field]);
	});

	it('refuses a binary field without a name before it asks anything', async () => {
		await record('v-1');
		const { error } = await fetch({}, { parameters: { binaryPropertyName: ' ' } });
		expect(error?.message).toBe("'Put Output File in Field' is empty [item 0]");
		expect(operations()).toEqual([]);
	});
});

describe('a verification without a recording', () => {
	it.each([null, '', ' ', false])('fails where Cashfree answers with %j', async (link) => {
		await recordBehind('v-1', link);
		cashfree.verifications.get('v-1')!.recorded = false;
		const { error, json } = await fetch({}, { onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		const { reference_id } = cashfree.verifications.get('v-1')!;
		expect(json).toEqual([
			{
				verification_id: 'v-1',
				error: {
					message: 'The verification has no recording yet [item 0]',
					description: expect.stringContaining("'If No Recording Exists'"),
					code: 'no_recording',
					outcome: 'answered',
					verification_id: 'v-1',
					reference_id,
					status: 'AGENT_REVIEWED',
					sub_status: 'SOME_WORD',
				},
			},
		]);
		expect(downloads()).toBe(0);
	});

	it('goes on without a file where the option says so', async () => {
		await record('v-2');
		await recordBehind('v-1', null);
		cashfree.verifications.get('v-1')!.recorded = false;
		const items = [{ id: 'v-1' }, { id: 'v-2' }];
		const { items: output } = await fetch({ ifNoRecording: 'return' }, { items });
		expect(output[0]).toEqual({
			json: expect.objectContaining({ status: 'AGENT_REVIEWED', recording: null }),
			pairedItem: { item: 0 },
		});
		expect(Object.keys(output[1]?.binary ?? {})).toEqual(['data']);
	});
});

describe('the link to the recording', () => {
	it.each([
		{},
		{ output: 'simplified' },
		{
			output: 'selected',
			outputFields: 'status, recording_link, recording.link, recording.sha256',
		},
		{ options: { maskPersonalData: true } },
	])('is in no output, message or log: %j', async ({ options, ...parameters }: IDataObject) => {
		await record('v-1');
		await record('v-2');
		cashfree.faults.queue('403', {
			on: 'GET /recording',
			match: { verification_id: 'v-2' },
			times: 9,
		});
		const items = [{ id: 'v-1' }, { id: 'v-2' }];
		const onError = 'continueRegularOutput';
		const result = await fetch(options as IDataObject, { items, parameters, onError });
		expect(result.json[0]).not.toHaveProperty('error');
		expect(result.json[1]).toHaveProperty('error.code', 'recording_not_downloaded');
		const left = [result.saved(), ...result.logs].join('\n');
		expect(left).not.toMatch(/X-Amz|\/recordings\//i);
	});
});
