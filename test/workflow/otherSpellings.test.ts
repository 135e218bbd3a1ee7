import { hasten } from '../support/hasten';
import { aadhaar, aadhaarFields, byPhone, byUserId, useCashfree } from '../support/vkyc';

hasten(10);
const { cashfree, run, createUsers } = useCashfree();

const phone = '9876504321';
const answer = 'Xylophone of my aunt';
const parameters = {
	...byUserId,
	...aadhaarFields,
	securityQuestions: { question: [{ question: 'Instrument?', answer: '={{ $json.answer }}' }] },
	options: { ifExists: 'refuse' },
};
const items = [{ id: 'kyc-1', user: 'lead-1', phone, answer, aadhaar }];

type Result = Awaited<ReturnType<typeof run>>;

/** IDs of requests and times in milliseconds, in which any four digits can stand by chance. */
const byChance = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b\d{13}\b/g;

/** All that n8n shows, stores and logs of the node, without the items that came in. */
const leftBy = ({ error, runData, logs }: Result) => {
	const tasks = runData['Cashfree VKYC'] ?? [];
	const stacks = [error, ...tasks.map((task) => task.error)].map((error) => error?.stack);
	return JSON.stringify([error, error?.message, stacks, tasks, tasks.map((t) => ({ ...t.error }))])
		.concat(...logs)
		.toLowerCase()
		.replace(byChance, '');
};

beforeEach(async () => void (await createUsers('lead-1')));

it.each([
	['a date of birth in another order', 'dob 1988/11/17', 'dob [hidden]'],
	['a date of birth with its month', 'born 17 Nov 1988', 'born [hidden]'],
	['one word of a name', 'Zoravar is not Quirin', '[hidden] is not [hidden]'],
	['a name run together', 'user TestpersonZoravar', 'user [hidden]'],
	['a value cut short', 'answer Xyloph… is invalid', 'answer [hidden]… is invalid'],
	['a PIN code with a space', 'pincode 581 115', 'pincode [hidden]'],
	['a link without its query', 'files.example.com/zoravar', '[hidden].com/[hidden]'],
	['a word of an address', 'street: umbrella', 'street: [hidden]'],
	['a name with invisible signs', 'name Zora\u200bvar', 'name [hidden]'],
	['an encoded name', 'name Test%70erson Zor&#97;var', 'name [hidden]'],
])('hides %s in what Cashfree answers', async (_, message, shown) => {
	const code = message.replaceAll(' ', '_');
	for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
		const refusal = { status: 400, type: code, code, message, error: { ref_id: code } };
		cashfree.answerNext(refusal, { on: 'POST /vkyc' });
		const result = await run(parameters, { items, onError });
		const { description } = result.error ?? (result.json[0]?.error as { description: string });
		expect(description).toContain(`Cashfree's words: "${shown}".`);
		const told = leftBy(result).match(
			/zor|quirin|testperson|xyloph|umbrella|1988|17.nov|581.?115/g,
		);
		expect(told).toBeNull();
	}
});

it('hides a phone number that a user was created with in the refusal of the link', async () => {
	const message = '+91 98765 04321 is not on WhatsApp';
	cashfree.answerNext({ status: 400, type: 'a', code: 'b', message }, { on: 'POST /vkyc' });
	const result = await run(byPhone, { items });
	expect(result.error?.description).toContain('"+91 [hidden] is not on WhatsApp".');
});

it('tells Cashfree’s reason, and no more, beside an answer of thousands of characters', async () => {
	const long = 'मेरी नानी का पुराना घर '.repeat(206).trim();
	expect(long.length).toBeGreaterThan(4700);
	const message = 'note length exceeded: मेरी नानी';
	const code = 'note_length_exceeded';
	cashfree.answerNext({ status: 400, type: 'validation_error', code, message });
	const options = { additionalBodyFields: '={{ JSON.stringify({ note: $json.note }) }}' };
	const result = await run({ ...parameters, options }, { items: [{ ...items[0], note: long }] });
	expect(result.error?.context?.data).toEqual({
		code,
		type: 'validation_error',
		http_status: 400,
		request_id: expect.any(String),
		cashfree_message: 'note length exceeded: [hidden]',
		outcome: 'answered',
	});
	expect(leftBy(result).match(/regular expression|नानी/g)).toBeNull();
});
