import { byUserId, useCashfree } from '../support/vkyc';

const { run, createUsers } = useCashfree();
const onError = 'continueRegularOutput';
const items = [
	{ id: 'kyc-1', user: 'lead-1', fields: 'status, vkyc_lnk' },
	{ id: 'kyc-2', user: 'unknown', fields: 'status, sttus' },
	{ id: 'kyc-3', user: 'lead-1', fields: 'vkyc_link, vkyc_lnk' },
];

async function warnings(outputFields: string, given = items) {
	await createUsers('lead-1');
	const form = { output: 'selected', outputFields };
	const { json, hints } = await run({ ...byUserId, ...form }, { items: given, onError });
	expect(json).toHaveLength(given.length);
	return hints('Cashfree VKYC')
		.map(({ message }) => message)
		.filter((message) => message.includes('Output Fields'));
}

it('a selected field that no item has is named once, in the output panel', async () => {
	expect(await warnings('status, vkyc_lnk')).toEqual([
		expect.stringContaining("'Output Fields': 'vkyc_lnk'."),
	]);
});

it('failed items do not count, nor those that name the field', async () => {
	expect(await warnings('={{ $json.fields }}')).toEqual([
		expect.stringContaining("'Output Fields': 'vkyc_lnk'."),
	]);
});

it('nothing is said where all names are right, or all items failed', async () => {
	expect(await warnings('status, vkyc_link')).toEqual([]);
	expect(await warnings('vkyc_lnk', [items[1]!])).toEqual([]);
});
