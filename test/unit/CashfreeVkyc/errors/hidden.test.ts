import type { NodeApiError } from 'n8n-workflow';
import { createClient } from '../../../../nodes/CashfreeVkyc/transport/client';
import { credentialReader } from '../../../../nodes/CashfreeVkyc/transport/credential';
import type { CashfreeRequest } from '../../../../nodes/CashfreeVkyc/transport/request';
import { FakeClock } from '../../../support/fakeClock';
import { response, scriptedContext } from '../../../support/scriptedContext';
import { reconcilable, read } from '../transport/outcomes';

const options = { maxConcurrentItems: 1, maxRateLimitRetries: 0, maxRateLimitWait: 0 };

/** What the last of an item's requests is refused with; each answer is a status and a body. */
async function refusal(
	requests: CashfreeRequest[],
	answers: Array<[status: number, body: unknown]>,
	credential = {},
): Promise<NodeApiError> {
	const left = [...answers];
	const respond = () => response(...(left.shift() ?? [500, {}]));
	const { context } = scriptedContext({ respond, credential });
	const clock = new FakeClock();
	const client = createClient(context, options, new AbortController().signal, () => true, clock);
	const access = { credential: await credentialReader(context)(0), timeout: 30_000 };
	const send = client.sendFor(0, access);
	for (const request of requests.slice(0, -1)) await send(request);
	const refused = send(requests.at(-1)!).catch((reason: unknown) => reason);
	await clock.pass(3_600_000);
	return (await refused) as NodeApiError;
}

const left = (error: NodeApiError) =>
	JSON.stringify([error, { ...error, message: error.message, stack: error.stack }]);

it('nothing of what an earlier answer of the item told', async () => {
	const user = { user_id: 'lead-1', aadhaar_details: { name: 'Asha Rao', dob: '02-02-1995' } };
	const error = await refusal(
		[read, read],
		[
			[200, user],
			[400, { code: 'asha', message: 'RAO born 1995/2/2', error: { ref_id: 'Asha' } }],
		],
	);
	expect(error.context.data).toMatchObject({
		code: '[hidden]',
		cashfree_message: '[hidden] born [hidden]',
		cashfree_ref_id: '[hidden]',
	});
	expect(left(error)).not.toMatch(/asha|rao|1995/i);
});

it('nothing of what a look-up or another try answered', async () => {
	const error = await refusal(
		[reconcilable],
		[
			[502, { code: 'x', remark: 'Uma Rao' }],
			[403, { user: { phone: '9988776655' }, message: 'Uma' }],
		],
	);
	expect(left(error)).not.toMatch(/uma|rao|9988776655/i);
});

it('nothing of the keys', async () => {
	const credential = {
		clientId: 'CF10AB7XYZ',
		earlierClientSecrets: 'cfsk_old_77aa, cfsk_new_99bb',
	};
	const message = 'CF10AB7XYZ with 77aa, 99BB or invented-secret';
	const error = await refusal(
		[read],
		[[401, { code: 'authentication_failed', message }]],
		credential,
	);
	expect(error.context.data).toMatchObject({
		cashfree_message: '[hidden] with [hidden] or [hidden]',
	});
});

const deep = `${'['.repeat(100_000)}"Asha"${']'.repeat(100_000)}`;
const many = JSON.stringify('Asha '.repeat(400_000));

it.each([
	['a message 100,000 levels deep', 400, `{"code":"bad_request","message":${deep}}`],
	['a code 100,000 levels deep', 404, `{"code":${deep},"message":${deep}}`],
	['all of it deep', 409, `{"code":${deep},"type":${deep},"error":{"ref_id":${deep}}}`],
	['details that are deep', 422, `{"code":"bad_request","name":${deep},"message":"Asha"}`],
	['a message of megabytes', 400, `{"code":"bad_request","message":${many},"name":"Asha"}`],
	['personal megabytes', 403, `{"code":"bad_request","message":"Asha","name":${many}}`],
	['an object for a message', 400, '{"code":"bad_request","message":{"toString":"Asha"}}'],
	['half characters', 400, '{"code":"bad_request","message":"\\ud83d Asha","name":"\\udc00 Asha"}'],
])('the outcome beside %s', async (_, status, body) => {
	for (const request of [read, reconcilable]) {
		const error = await refusal(
			[request],
			[
				[status, body],
				[400, '{}'],
				[400, '{}'],
			],
		);
		expect(error.name).toBe('NodeApiError');
		// without a code it may not be Cashfree's answer at all
		const kept = { outcome: 'answered', http_status: status, code: 'bad_request' };
		const hasCode = body.includes('bad_request');
		expect(error.context.data).toMatchObject(hasCode ? kept : { outcome: 'unknown' });
		expect(error.message).toMatch(/^[A-Z].* \[item 0\]$/);
		expect(left(error)).not.toContain('Asha');
	}
});
