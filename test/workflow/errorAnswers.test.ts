import { answers } from '../../local/cashfree/answers';
import { hasten } from '../support/hasten';
import { byUserId, useCashfree } from '../support/vkyc';

const answerOf = (name: string) => answers[name as keyof typeof answers];

hasten(10);
const { cashfree, run, createUsers } = useCashfree();

/** One row a line: name in the local server's table | what happened | what the builder is pointed to */
const table = (lines: string) =>
	lines
		.trim()
		.split('\n')
		.map((line) => line.split(' | '));

const documented = table(`
verification_id_missing | Cashfree received no verification ID | 'Verification ID'
verification_id_characters_invalid | Cashfree does not accept this verification ID | 'Verification ID'
verification_id_value_invalid | Cashfree does not accept this verification ID | 'Verification ID'
verification_id_value_missing | Cashfree received no verification ID | 'Verification ID'
user_id_value_invalid | Cashfree does not accept this user ID | 'User ID'
user_id_number_missing | Cashfree received no user ID | 'User Reference ID'
user_template_value_invalid | Your Cashfree account has no user template of this name | 'User Template'
user_template_value_missing | Cashfree received no user template | 'User Template'
agent_template_value_invalid | Your Cashfree account has no agent template of this name | 'Agent Template'
agent_template_value_missing | Cashfree received no agent template | 'Agent Template'
x-client-id_missing | Cashfree received no client ID | 'Client ID' in the credential
x-client-secret_value_invalid | The keys in the credential belong to the other environment | 'Environment' in the credential
authentication_failed | Cashfree does not know this pair of client ID and client secret | on the Secure ID card
ip_validation_failed | The IP address of this n8n is not whitelisted at Cashfree: 106.51.91.104 | Developers > Two-Factor Authentication
x-cf-signature_missing | Cashfree requires signed requests for these keys | 'Two-Factor Method'
user_reference_id_not_found | Cashfree has no user with this user reference ID | 'User Reference ID'
user_id_not_found | Cashfree has no user with this user ID | 'User ID'
insufficient_balance | Your Cashfree account has no balance left | Add funds
too_many_requests_per_operation | Your Cashfree account reached its rate limit | 'Max Concurrent Items'
too_many_requests_per_ip | Your Cashfree account reached its rate limit | 'Max Concurrent Items'
verification_failed | Cashfree could not process this request (HTTP 500) | 'Get Status'
`);

const likely = table(`
verification_id_length_exceeded | The verification ID is too long | 50 characters
verification_id_already_exists | A verification with this verification ID exists already | 'If Verification Exists'
verification_attempt_failed | Cashfree could not process this request (HTTP 502) | 'Get Status'
source_unavailable | Cashfree could not process this request (HTTP 502) | 'Get Status'
x-client-secret_missing | Cashfree received no client secret | 'Client Secret'
x-client-secret_of_production | The keys in the credential belong to the other environment | 'Environment' in the credential
x-api-version_missing | Cashfree received no API version | 'API Version'
signature_mismatch | Cashfree did not accept the signature of this request | newest public key
service_not_enabled | Video KYC is not switched on for your Cashfree account | Ask Cashfree to enable it
bad_request | Cashfree did not accept this request | Read the response from Cashfree
resource_not_found | Cashfree has nothing with this ID | Check the IDs
`);

type Run = Awaited<ReturnType<typeof run>>;
const rows = [...documented, ...likely];
const runs = new Map<string, { stopped: Run; continued: Run }>();

/** Each row twice: as the end of a workflow, and as an item that goes on. */
beforeAll(async () => {
	await createUsers('lead-1');
	const options = { ifExists: 'refuse', maxRateLimitRetries: 0 };
	await Promise.all(
		rows.map(async ([name = '']) => {
			cashfree.answerNext(name, { match: { verification_id: name }, times: 20 });
			const items = [{ id: name, user: 'lead-1' }];
			const [stopped, continued] = await Promise.all([
				run({ ...byUserId, options }, { items }),
				run({ ...byUserId, options }, { items, onError: 'continueRegularOutput' }),
			]);
			runs.set(name, { stopped, continued });
		}),
	);
}, 30_000);

it('covers all rows of the page', () => {
	const names = Object.keys(answers).filter((name) => answerOf(name).documented);
	expect(documented.map(([name]) => name).toSorted()).toEqual(names.toSorted());
	expect(names).toHaveLength(21);
});

describe.each(rows)('the answer %s', (name = '', message, advice) => {
	const { status, type, code, message: words } = answerOf(name);
	const details = { code, type, http_status: status, cashfree_message: words };

	it('stops the workflow with a message to act on, and keeps the details', () => {
		const { error, status: state, json } = runs.get(name)!.stopped;
		expect(state).toBe('error');
		expect(json).toEqual([]);
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: String(status) });
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(error?.description).toContain(advice);
		expect(error?.description).toContain(words);
		expect(`${error?.message} ${error?.description?.replace(words, '')}`).not.toMatch(
			/\b(error|problem|failure|mistake)\b/i,
		);
		expect(error?.context?.itemIndex).toBe(0);
		expect(error?.context?.data).toEqual({
			...details,
			request_id: expect.any(String),
			outcome: status >= 500 ? 'unknown' : 'answered',
		});
	});

	it('goes on with the item where the node continues', () => {
		const { status: state, items } = runs.get(name)!.continued;
		expect(state).toBe('success');
		expect(items).toEqual([
			{ json: expect.objectContaining({ error: expect.anything() }), pairedItem: { item: 0 } },
		]);
		expect(items[0]?.json.error).toEqual({
			message: `${message} [item 0]`,
			description: runs.get(name)!.stopped.error?.description,
			...details,
			request_id: expect.any(String),
			outcome: status >= 500 ? 'unknown' : 'answered',
		});
	});
});
