import {
	aadhaar,
	aadhaarFields,
	byPhone,
	byReference,
	byUserId,
	useCashfree,
} from '../support/vkyc';

const { run, bodies, operations, createUsers } = useCashfree();

const item = { id: 'kyc-1', user: 'lead-1', reference: 11000, phone: '9988776655', aadhaar };

/** Where an expression says which fields count, n8n wants all of them to be filled in. */
const everyField = {
	...{ ...byPhone, ...byReference, ...byUserId },
	...{ ...aadhaarFields, aadhaarDetails: 'none' },
};

/** One case a line: the parameter | an expression for its value | the message */
const table = (lines: string) =>
	lines
		.trim()
		.split('\n')
		.map((line) => line.trim().split(' | '));

const expectRefusal = async (parameters: object, message: string) => {
	const { error } = await run({ ...parameters }, { items: [item] });
	expect(error?.message).toBe(`${message} [item 0]`);
	expect(error?.description).toMatch(/^[A-Z].*\.$/);
	expect(error?.context).toMatchObject({ itemIndex: 0, data: { outcome: 'not_sent' } });
	expect(operations()).toEqual([]);
};

describe('Initiate refuses', () => {
	it.each(
		table(`
		verificationId | "" | 'Verification ID' is empty
		verificationId | null | 'Verification ID' is empty
		verificationId | $json.missing | 'Verification ID' is empty
		verificationId | "a".repeat(51) | 'Verification ID' is 51 characters long
		verificationId | "loan 7" | 'Verification ID' contains a space
		verificationId | "loan/7" | 'Verification ID' contains the character "/"
		verificationId | "loän" | 'Verification ID' contains the character "ä" (U+00E4)
		verificationId | "loan💡" | 'Verification ID' contains the character "💡" (U+1F4A1)
		verificationId | true | 'Verification ID' contains true, not a text
		verificationId | ({ a: 1 }) | 'Verification ID' contains an object, not a text
		verificationId | ["a"] | 'Verification ID' contains a list, not a text
		identifyUserBy | "Phone" | 'Identify User By' has an unknown value
		userId | null | 'User ID' is empty
		userId | "a@b" | 'User ID' contains the character "@"
		userTemplate | ({ a: 1 }) | 'User Template' contains an object, not a text
		agentTemplate | false | 'Agent Template' contains false, not a text
		notificationTypes | "fax" | 'Notification Types' names a channel that Cashfree does not know
		notificationTypes | 7 | 'Notification Types' is not a list
		notificationTypes | [["sms"]] | 'Notification Types' contains a list, not a text
		aadhaarDetails | "Fields" | 'Aadhaar Details' has an unknown value
		options.ifExists | "stop" | 'If Verification Exists' has an unknown value
		output | "all" | 'Output' has an unknown value
		output | "selected" | 'Output Fields' is empty
		options.timeout | 0 | 'Timeout (Seconds)' is out of range
		options.maxConcurrentItems | 101 | 'Max Concurrent Items' is out of range
		options.maxConcurrentItems | "many" | 'Max Concurrent Items' is not a number
		options.maxRateLimitRetries | -1 | 'Max Rate-Limit Retries' is out of range
		options.maxRateLimitWait | true | 'Max Rate-Limit Wait (Minutes)' is not a number
		`),
	)('%s = {{ %s }}: %s', async (parameter, value, message) => {
		const [collection, option] = parameter.split('.');
		const given = option ? { [option]: `={{ ${value} }}` } : `={{ ${value} }}`;
		await expectRefusal({ ...everyField, [collection!]: given }, message);
	});

	it.each(
		table(`
		"" | is empty
		"abc" | is not a reference ID
		"0" | is not a reference ID
		-1 | is not a reference ID
		1.5 | is not a reference ID
		"1e3" | is not a reference ID
		"99999999999999999999" | is not a reference ID
		true | contains true, not a text
		`),
	)('the user reference ID {{ %s }}, which %s', async (value, what) => {
		const parameters = { ...byReference, userReferenceId: `={{ ${value} }}` };
		await expectRefusal(parameters, `'User Reference ID' ${what}`);
	});

	it.each(
		table(`
		phone | "" | 'Phone Number' is empty
		phone | "998877665" | 'Phone Number' is not an Indian mobile number
		phone | "+1 415 555 2671" | 'Phone Number' is not an Indian mobile number
		phone | "5988776655" | 'Phone Number' is not an Indian mobile number
		phone | "call me" | 'Phone Number' is not an Indian mobile number
		phone | ["9988776655"] | 'Phone Number' contains a list, not a text
		newUserId | "lead 1" | 'User ID' contains a space
		userDetails.email | "asha at example.com" | 'Email' is not an email address
		userDetails.name | ({ first: "Asha" }) | 'Name' contains an object, not a text
		userDetails.address | ["12 MG Road"] | 'Address' contains a list, not a text
		`),
	)('a new user with %s = {{ %s }}: %s', async (parameter, value, message) => {
		const [collection, detail] = parameter.split('.');
		const given = detail ? { [detail]: `={{ ${value} }}` } : `={{ ${value} }}`;
		await expectRefusal({ ...byPhone, [collection!]: given }, message);
	});
});

describe('security questions', () => {
	it.each([
		['Pet?', '', "'Answer to question 2' is empty"],
		['  ', 'Oreo', "'Question 2' is empty"],
		['Pet?', '={{ [1] }}', "'Answer to question 2' contains a list, not a text"],
		['={{ true }}', 'Oreo', "'Question 2' contains true, not a text"],
	])('%j with the answer %j are refused', async (question, answer, message) => {
		const list = [
			{ question: 'Town?', answer: 'Pune' },
			{ question, answer },
		];
		await expectRefusal({ ...byUserId, securityQuestions: { question: list } }, message);
	});
});

describe('an invalid item among many', () => {
	const items = Array.from({ length: 50 }, (_, number) => ({
		id: `kyc-${number}`,
		user: 'lead-1',
	}));
	items[49] = { id: 'kyc 49', user: 'lead-1' };

	it('keeps all of them from being sent where the workflow stops', async () => {
		await createUsers('lead-1');
		const { error } = await run(byUserId, { items });
		expect(error?.message).toBe("'Verification ID' contains a space [item 49]");
		expect(error?.context?.itemIndex).toBe(49);
		expect(operations()).toEqual([]);
	});

	it('leaves the others to be sent where the node continues', async () => {
		await createUsers('lead-1');
		const { json } = await run(byUserId, { items, onError: 'continueRegularOutput' });
		expect(bodies()).toHaveLength(49);
		expect(json.slice(0, 49).every(({ vkyc_link }) => vkyc_link)).toBe(true);
		expect(json[49]).toMatchObject({ error: { field: 'Verification ID' } });
	});
});
