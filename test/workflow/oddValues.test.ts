import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { CashfreeVkyc } from '../../nodes/CashfreeVkyc/CashfreeVkyc.node';
import { parametersIn } from '../support/parameters';
import { aadhaar, byPhone, useCashfree } from '../support/vkyc';
import { blanks, kinds, odd, rows, withValue } from './oddValueRows';
import type { Row } from './oddValueRows';

const { cashfree, run, createUsers } = useCashfree();

const ids = Array.from({ length: 30 }, (_, index) => `lead-${index}`);

/** Runs one item for each value of a field; results in what was refused. */
async function refusals(row: Row, values: string[]) {
	const expression = `={{ [${values.join(', ')}][$itemIndex] }}`;
	const items = values.map(() => ({ aadhaar }));
	const onError = 'continueRegularOutput';
	const { json, error } = await run(withValue(row, expression), { items, onError });
	expect(error).toBeUndefined();
	return json.flatMap((item, index) => {
		const { code, field, outcome } = (item.error ?? {}) as IDataObject;
		return code === 'invalid_field' ? [{ value: values[index], field, outcome }] : [];
	});
}

function expectNothingSent(row: Row, refused: Awaited<ReturnType<typeof refusals>>) {
	for (const { field, outcome } of refused) {
		// a key of JSON is named behind its field
		expect(String(field).split(':')[0]).toBe(row.label);
		expect(outcome).toBe('not_sent');
	}
	expect(sent()).toEqual([]);
}

/** All that was sent, without the numbers that tell items apart. */
const sent = () =>
	cashfree.requests.map(({ operation, query, body }) =>
		JSON.stringify([operation, query, body]).replace(/(lead|kyc)-\d+/g, '$1'),
	);

describe.each(rows.map((row) => [row.operation, row.parameter, row] as const))(
	'%s: %s',
	(_operation, _parameter, row) => {
		const taken: Record<string, string> = kinds[row.kind];
		const users = /ById|^get|^update/.test(row.operation) ? ids : [];
		beforeEach(async () => void (await createUsers(...users)));

		it('refuses what makes no sense, by its label, and sends nothing', async () => {
			const values = odd.filter((value) => !(value in taken));
			const refused = await refusals(row, values);
			expect(refused.map(({ value }) => value)).toEqual(values);
			expectNothingSent(row, refused);
		});

		it('takes what makes sense as it is', async () => {
			const values = Object.keys(taken);
			expect(await refusals(row, values)).toEqual([]);
			for (const value of values) expect(sent().join()).toContain(taken[value]);
		});

		if (row.kind === 'text') {
			it('takes at most 200 characters', async () => {
				const values = ["'a'.repeat(200)", "'a'.repeat(201)"];
				const refused = await refusals(row, values);
				expect(refused.map(({ value }) => value)).toEqual([values[1]]);
			});
		}

		it('counts nothing, blanks and an empty list as left empty', async () => {
			const refused = await refusals(row, blanks);
			if (!('blank' in row)) {
				expect(refused.map(({ value }) => value)).toEqual(blanks);
				return expectNothingSent(row, refused);
			}
			expect(refused).toEqual([]);
			const withBlanks = new Set(sent());
			cashfree.reset();
			await createUsers(...users);
			await run(withValue(row, row.blank), { items: [{ aadhaar }] });
			expect(withBlanks).toEqual(new Set(sent()));
		});
	},
);

const limits = [
	['maxConcurrentItems', 'Max Concurrent Items'],
	['maxRateLimitRetries', 'Max Rate-Limit Retries'],
	['maxRateLimitWait', 'Max Rate-Limit Wait (Minutes)'],
	['timeout', 'Timeout (Seconds)'],
];
const initiateWith = (options: unknown, form: IDataObject = {}) =>
	run({ ...byPhone, ...form, options } as IDataObject, {
		items: [{ id: 'kyc-1', phone: '9988776655' }],
	});

it.each(limits)(
	'options.%s refuses what is no number, and counts nothing as left empty',
	async (option, label) => {
		for (const value of odd.filter(
			(value) => value !== '0' || !label.startsWith('Max Rate-Limit'),
		)) {
			const { error } = await initiateWith({ [option]: `={{ ${value} }}` });
			expect(`${value}: ${error?.message}`).toMatch(`'${label}' is`);
		}
		expect(sent()).toEqual([]);
		for (const value of blanks) {
			const { error } = await initiateWith({ [option]: `={{ ${value} }}` });
			expect(error).toBeUndefined();
		}
	},
);

describe('the output', () => {
	const outputWith = async (options: unknown, form?: IDataObject) =>
		(await initiateWith(options, form)).json[0];

	it('is masked unless masking is clearly off', async () => {
		const phoneWith = async (value: string) => {
			const output = await outputWith({ maskPersonalData: `={{ ${value} }}` });
			return (output?.user as IDataObject).phone;
		};
		for (const value of [...blanks, 'true', "'True'"])
			expect(await phoneWith(value)).toBe('********55');
		for (const value of ['false', "'FALSE'"]) expect(await phoneWith(value)).toBe('9988776655');
	});

	it('is refused where masking is neither on nor off', async () => {
		for (const value of odd.filter((value) => !/^(true|false)$/.test(value))) {
			const { error } = await initiateWith({ maskPersonalData: `={{ ${value} }}` });
			expect(`${value}: ${error?.message}`).toContain("'Mask Personal Data'");
		}
		expect(sent()).toEqual([]);
	});

	it.each([
		['output', 'Output', odd],
		['outputFields', 'Output Fields', odd.filter((value) => !/^['$]/.test(value))],
	])('is refused where %s makes no sense', async (field, label, values) => {
		for (const value of [
			...values,
			...(label === 'Output Fields' ? [...blanks, "'.'", "['[]']"] : []),
		]) {
			const form = { output: 'selected', outputFields: 'status', [field]: `={{ ${value} }}` };
			const { error } = await initiateWith({}, form);
			expect(`${value}: ${error?.message}`).toContain(`'${label}'`);
		}
		expect(sent()).toEqual([]);
	});

	it('is full where its form was left empty', async () => {
		for (const value of blanks) {
			expect(await outputWith({}, { output: `={{ ${value} }}` })).toHaveProperty('user');
		}
	});
});

it('no field of the node was left out', () => {
	const { properties } = new CashfreeVkyc().description;
	const inner = rows.map(({ parameter }) => parameter.split('.').at(-1));
	const output = ['maskPersonalData', 'output', 'outputFields'];
	const tried = new Set([...inner, ...limits.map(([option]) => option), ...output]);
	// what n8n reads, and the node does not
	const forN8n = ['resource', 'operation', 'toolDescription'];
	const isTried = ({ type, name }: INodeProperties) =>
		type === 'notice' || forN8n.includes(name) || tried.has(name);
	const left = (parametersIn(properties) as INodeProperties[]).filter((field) => !isTried(field));
	expect(left.map(({ displayName }) => displayName)).toEqual([]);
});
