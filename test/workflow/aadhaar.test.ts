import { aadhaar, aadhaarFields, byUserId, useCashfree } from '../support/vkyc';

const { cashfree, run, bodies, operations, createUsers } = useCashfree();

beforeEach(async () => void (await createUsers('lead-1')));

const asFields = { ...byUserId, ...aadhaarFields };
const asJson = (aadhaarJson: string) => ({ ...byUserId, aadhaarDetails: 'json', aadhaarJson });
const itemWith = (changes: object, address: object = {}) => ({
	id: 'kyc-1',
	user: 'lead-1',
	aadhaar: { ...aadhaar, ...changes, split_address: { ...aadhaar.split_address, ...address } },
});
const sent = () => bodies()[0]?.aadhaar_details as Record<string, unknown>;

describe('Aadhaar details as fields', () => {
	it('arrive with each field in its place', async () => {
		const { json } = await run(asFields, { items: [itemWith({})] });
		expect(bodies()).toEqual([
			{
				verification_id: 'kyc-1',
				user_template: 'vkyc_user_template_v1',
				agent_template: 'vkyc_agent_template_v2',
				user_id: 'lead-1',
				notification_types: ['sms', 'whatsapp'],
				aadhaar_details: aadhaar,
			},
		]);
		expect(json[0]?.aadhaar_details).toEqual(aadhaar);
	});

	it('are typed into the fields as well as taken from the item', async () => {
		await run(
			{ ...asFields, aadhaarName: 'Asha Rao', aadhaarGender: 'F' },
			{ items: [itemWith({})] },
		);
		expect(sent()).toEqual({ ...aadhaar, name: 'Asha Rao', gender: 'F' });
	});

	it('leave out post office, town and subdistrict where these are blank', async () => {
		await run(asFields, { items: [itemWith({}, { po: '', vtc: null, subdist: '  ' })] });
		expect(Object.keys(sent().split_address as object).toSorted()).toEqual([
			'country',
			'dist',
			'house',
			'pincode',
			'state',
			'street',
		]);
	});

	it.each([
		['male', 'M'],
		['Female', 'F'],
		['o', 'O'],
		[' M ', 'M'],
	])('take the gender %j as %s', async (gender, letter) => {
		await run(asFields, { items: [itemWith({ gender })] });
		expect(sent().gender).toBe(letter);
	});

	it.each([581115, '581115', ' 581 115 '])('send the PIN code %j as integer', async (pincode) => {
		await run(asFields, { items: [itemWith({}, { pincode })] });
		expect(sent().split_address).toEqual(aadhaar.split_address);
	});

	it.each(['none', '={{ "none" }}'])('are left out where they are %j', async (aadhaarDetails) => {
		await run({ ...asFields, aadhaarDetails }, { items: [itemWith({})] });
		expect(bodies()[0]).not.toHaveProperty('aadhaar_details');
	});
});

describe('dates', () => {
	it.each([
		['17-11-1988', 'Asia/Kolkata'],
		['1988-11-17', 'America/Los_Angeles'],
		['1988-11-17T00:00:00', 'Pacific/Kiritimati'],
		['1988-11-17 23:59', 'America/Los_Angeles'],
		['1988-11-17T00:00:00.000+05:30', 'America/New_York'],
		['1988-11-16T18:30:00.000Z', 'Asia/Kolkata'],
		['1988-11-17T05:00:00.000Z', 'America/New_York'],
	])('the day of birth %s is 17-11-1988 in a workflow in %s', async (dob, timezone) => {
		await run(asFields, { items: [itemWith({ dob })], timezone });
		expect(sent().dob).toBe('17-11-1988');
	});

	it.each([
		['2025-05-07T15:04:05Z', '2025-05-07T15:04:05Z'],
		['2025-05-07T15:04:05.678+05:30', '2025-05-07T09:34:05Z'],
		['2025-05-07T15:04:05', '2025-05-07T09:34:05Z'],
		['2025-05-06 15:04:05', '2025-05-06T09:34:05Z'],
		['2025-05-06', '2025-05-06T00:00:00Z'],
	])('the time of verification %s is sent as %s', async (given, time) => {
		const items = [itemWith({ last_verified_at: given })];
		await run(asFields, { items, timezone: 'Asia/Kolkata' });
		expect(sent().last_verified_at).toBe(time);
	});

	it('may be dates of n8n', async () => {
		const dates = {
			aadhaarDateOfBirth: '={{ DateTime.fromISO("1988-11-17") }}',
			aadhaarLastVerifiedAt: '={{ DateTime.fromISO("2025-05-07T20:34:05") }}',
		};
		await run({ ...asFields, ...dates }, { items: [itemWith({})], timezone: 'Asia/Kolkata' });
		expect(sent()).toEqual(aadhaar);
	});
});

describe('Aadhaar details as JSON', () => {
	it.each([
		'={{ $json.aadhaar }}',
		'={{ JSON.stringify($json.aadhaar) }}',
		JSON.stringify(aadhaar),
	])('arrive as they would from fields: %s', async (json) => {
		await run(asJson(json), { items: [itemWith({})] });
		expect(sent()).toEqual(aadhaar);
	});

	it('are checked and put right like fields', async () => {
		const items = [itemWith({ dob: '1988-11-17', gender: 'male' }, { pincode: '581115', vtc: '' })];
		await run(asJson('={{ $json.aadhaar }}'), { items });
		const split_address = { ...aadhaar.split_address, vtc: undefined };
		expect(sent()).toEqual({ ...aadhaar, split_address });
	});

	it('may hold the address under the name that answers have', async () => {
		cashfree.set({ responseAddress: 'address_details' });
		const first = await run(asJson('={{ $json.aadhaar }}'), { items: [itemWith({})] });
		expect(first.json[0]?.aadhaar_details).toHaveProperty('address_details');

		const items = [{ id: 'kyc-2', user: 'lead-1', aadhaar: first.json[0]?.aadhaar_details }];
		await run(asJson('={{ $json.aadhaar }}'), { items });
		expect(bodies()[1]?.aadhaar_details).toEqual(aadhaar);
	});

	it('pass on keys that the API may learn', async () => {
		cashfree.set({ extraFields: true });
		await run(asJson('={{ $json.aadhaar }}'), { items: [itemWith({ year_of_birth: 1988 })] });
		expect(sent()).toEqual({ ...aadhaar, year_of_birth: 1988 });
	});

	it.each(['{}', '', '[]', '{ "name": ', '={{ null }}', '={{ 7 }}'])(
		'are refused where %j is given',
		async (json) => {
			const { error } = await run(asJson(json), { items: [itemWith({})] });
			expect(error?.message).toMatch(/^'Aadhaar Details \(JSON\).*\[item 0\]$/);
			expect(operations()).toEqual([]);
		},
	);
});
