import { aadhaar, aadhaarFields, byUserId, useCashfree } from '../support/vkyc';

const { run, operations } = useCashfree();

/** One case a line: the key | an expression for its value | what is said of it */
const table = (lines: string) =>
	lines
		.trim()
		.split('\n')
		.map((line) => line.trim().split(' | '));

const expectRefusal = async (parameters: object, changed: object, message: string) => {
	const items = [{ id: 'kyc-1', user: 'lead-1', aadhaar: changed }];
	const { error } = await run({ ...byUserId, ...parameters }, { items });
	expect(error?.message).toBe(`${message} [item 0]`);
	expect(error?.description).toMatch(/^[A-Z].*\.$/);
	expect(error?.context).toMatchObject({ itemIndex: 0, data: { outcome: 'not_sent' } });
	expect(operations()).toEqual([]);
};

describe('each of the required details has to be given', () => {
	const asFields = { ...aadhaarFields, aadhaarGender: '={{ $json.aadhaar.gender }}' };

	it.each([
		['name', 'Aadhaar Name'],
		['dob', 'Aadhaar Date of Birth'],
		['gender', 'Aadhaar Gender'],
		['care_of', 'Aadhaar Care Of'],
		['last_verified_at', 'Aadhaar Last Verified At'],
		['photo_link', 'Aadhaar Photo Link'],
	])('%s, by the field %s', async (key, label) => {
		await expectRefusal(asFields, { ...aadhaar, [key]: '' }, `'${label}' is empty`);
	});

	it.each([
		['house', 'Address House'],
		['street', 'Address Street'],
		['dist', 'Address District'],
		['state', 'Address State'],
		['pincode', 'Address PIN Code'],
		['country', 'Address Country'],
	])('split_address.%s, by the field %s', async (key, label) => {
		const split_address = { ...aadhaar.split_address, [key]: null };
		await expectRefusal(asFields, { ...aadhaar, split_address }, `'${label}' is empty`);
	});
});

describe('Aadhaar details are refused where', () => {
	const refused = table(`
	name | "" | is empty
	dob | null | is empty
	dob | "yesterday" | is not a date in a known format
	dob | 795916800 | is not a date
	dob | "31-02-1995" | is not a date that exists
	dob | "1995-02-28T11:22:33Z" | is a point in time, so the day is not certain
	dob | "2095-02-28" | is in the future
	dob | "1795-02-28" | is more than 130 years ago
	gender | "X" | is not a gender that Cashfree knows
	care_of | "  " | is empty
	last_verified_at | "last week" | is not a date in a known format
	last_verified_at | "" | is empty
	photo_link | "http://files.example.com/a.jpg" | is not a link that starts with https://
	photo_link | "files.example.com/a.jpg" | is not a link that starts with https://
	photo_link | "https://files.example.com/a b.jpg" | is not a link that starts with https://
	`);
	const refusedAddress = table(`
	house | null | is empty
	street | "" | is empty
	dist | "" | is empty
	state | "" | is empty
	country | "" | is empty
	pincode | "" | is empty
	pincode | "58111" | is not a PIN code
	pincode | "058111" | is not a PIN code
	pincode | "5811155" | is not a PIN code
	pincode | 581115.5 | is not a PIN code
	pincode | "58111a" | is not a PIN code
	po | ({ name: "Postville" }) | contains an object, not a text
	`);

	it.each(refused)('%s = %s %s', async (key, value, what) => {
		const aadhaarJson = `={{ ({ ...$json.aadhaar, ${key}: ${value} }) }}`;
		const parameters = { aadhaarDetails: 'json', aadhaarJson };
		await expectRefusal(parameters, aadhaar, `'Aadhaar Details (JSON): ${key}' ${what}`);
	});

	it.each(refusedAddress)('split_address.%s = %s %s', async (key, value, what) => {
		const address = `({ ...$json.aadhaar.split_address, ${key}: ${value} })`;
		const aadhaarJson = `={{ ({ ...$json.aadhaar, split_address: ${address} }) }}`;
		const parameters = { aadhaarDetails: 'json', aadhaarJson };
		await expectRefusal(parameters, aadhaar, `'Aadhaar Details (JSON): ${key}' ${what}`);
	});
});
