import type { OnError } from 'n8n-workflow';
import { hasten } from '../support/hasten';
import { aadhaar, aadhaarFields, byPhone, byUserId, useCashfree } from '../support/vkyc';

hasten(10);
const { cashfree, run, createUsers } = useCashfree();

const answer = 'Xylophone of my aunt';
const phone = '9988776655';
const personal = [
	aadhaar.name,
	aadhaar.care_of,
	aadhaar.dob,
	aadhaar.photo_link,
	...Object.values(aadhaar.split_address).filter((value) => value !== 'India'),
	answer,
].map(String);

const parameters = {
	...byUserId,
	...aadhaarFields,
	securityQuestions: { question: [{ question: 'Instrument?', answer: '={{ $json.answer }}' }] },
	options: { maxRateLimitRetries: 0, ifExists: 'refuse' },
};
const items = [{ id: 'kyc-1', user: 'lead-1', phone, answer, aadhaar }];

type Result = Awaited<ReturnType<typeof run>>;

/** All that n8n shows, stores and logs of the node itself, without the items that came in. */
const leftBy = ({ error, runData, logs }: Result) =>
	[
		error?.message,
		error?.description,
		JSON.stringify(error),
		JSON.stringify(runData['Cashfree VKYC']),
		JSON.stringify(runData['Cashfree VKYC']?.map((task) => ({ ...task.error }))),
		...logs,
	].join('\n');

const expectHidden = (result: Result, values: string[]) => {
	const left = leftBy(result).toLowerCase();
	expect(values.filter((value) => left.includes(value.toLowerCase()))).toEqual([]);
};

const secrets = () => [cashfree.clientSecret, cashfree.publicKey.split('\n')[1]!];

/** Repeats everything that it was told, in each of its fields. */
const echo = (status: number, words: string) => {
	const row = { status, type: `t ${words}`, code: `c ${words}`, message: `You sent ${words}` };
	return { ...row, error: { ref_id: `r ${words}` } };
};

beforeEach(async () => void (await createUsers('lead-1')));

describe('what Cashfree repeats in its answer', () => {
	const spellings: Array<[string, (values: string[]) => string]> = [
		['as it was sent', (values) => values.join(', ')],
		['as JSON', (values) => JSON.stringify(values)],
		['in capitals', (values) => values.join('; ').toUpperCase()],
		['in an address', (values) => values.map(encodeURIComponent).join('&')],
	];

	it.each(spellings)('%s is hidden in an item that fails', async (_name, spell) => {
		const words = spell([...personal, cashfree.clientSecret]);
		for (const onError of ['stopWorkflow', 'continueRegularOutput'] as OnError[]) {
			cashfree.answerNext(echo(400, words), { on: 'POST /vkyc' });
			const result = await run(parameters, { items, onError });
			const told = result.error ?? (result.json[0]?.error as { description: string });
			expect(told.description).toContain('[hidden]');
			expectHidden(result, [...personal, ...secrets()]);
		}
	});

	it.each([401, 403, 404, 409, 422, 429, 500])('is hidden at HTTP %d, too', async (status) => {
		const answerEverywhere = echo(status, [...personal, cashfree.clientSecret].join(', '));
		cashfree.answerNext(answerEverywhere, { times: 9 });
		expectHidden(await run(parameters, { items }), [...personal, ...secrets()]);
	});

	it('is hidden where it is the phone number of a user that is created', async () => {
		cashfree.answerNext(echo(400, `${phone}, ${cashfree.clientSecret}`), { on: 'POST /user' });
		const result = await run(byPhone, { items });
		expect(result.error?.description).toContain('[hidden]');
		expectHidden(result, [phone, ...secrets()]);
	});

	it('is hidden where the link is refused to the user just created', async () => {
		cashfree.answerNext(echo(400, `${phone} is not on WhatsApp`), { on: 'POST /vkyc' });
		const result = await run(byPhone, { items });
		expectHidden(result, [phone, ...secrets()]);
	});
});

describe('what the node finds fault with', () => {
	it.each([
		['aadhaarName', '={{ ({ value: $json.aadhaar.name }) }}'],
		['aadhaarDateOfBirth', '={{ $json.aadhaar.name + " 1995" }}'],
		['aadhaarGender', '={{ $json.aadhaar.name }}'],
		['aadhaarLastVerifiedAt', '={{ $json.aadhaar.care_of }}'],
		['aadhaarPhotoLink', '={{ $json.aadhaar.photo_link.replace("https", "http") }}'],
		['aadhaarPinCode', '={{ $json.aadhaar.split_address.pincode + "7" }}'],
		['verificationId', '={{ $json.aadhaar.name }}'],
	])('is not quoted (%s)', async (parameter, expression) => {
		const result = await run({ ...parameters, [parameter]: expression }, { items });
		expect(result.error?.message).toMatch(/\[item 0\]$/);
		expectHidden(result, [...personal, ...secrets()]);
	});

	it('is not quoted where Aadhaar details are no JSON', async () => {
		const aadhaarJson = '={{ JSON.stringify($json.aadhaar).slice(0, -1) }}';
		const asJson = { ...byUserId, aadhaarDetails: 'json', aadhaarJson };
		expectHidden(await run(asJson, { items }), [...personal, ...secrets()]);
	});
});

it('a run that succeeds logs and keeps no secret', async () => {
	const result = await run(parameters, { items });
	expect(result.status).toBe('success');
	expectHidden({ ...result, runData: {} }, [...personal, ...secrets()]);
	const [, signature] = secrets();
	expect(result.saved()).not.toContain(cashfree.clientSecret);
	expect(result.saved()).not.toContain(signature);
});

it('an answer that is lost on the way leaves no secret in the stored run', async () => {
	cashfree.faults.queue('take-then-cut', { times: 9 });
	const result = await run({ ...byUserId, ...aadhaarFields }, { items });
	expect(result.status).toBe('error');
	expectHidden(result, [...personal, ...secrets()]);
}, 20_000);
