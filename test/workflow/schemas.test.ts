import Ajv from 'ajv';
import { CashfreeVkyc } from '../../nodes/CashfreeVkyc/CashfreeVkyc.node';
import { operationNames, outputOf } from '../support/operations';
import { closed, leavesIn, leavesOf, offeredBy, schemaNames, schemaOf } from '../support/schemas';
import { useCashfree } from '../support/vkyc';

const context = useCashfree();
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true }).addKeyword('version');

/** The differences in the documentation on which the server can be told to take either side */
const settings = [
	{},
	{ userReferenceIdAs: 'string' as const, largeIds: true },
	{ responseAddress: 'address_details' as const },
];

it('has an output schema for each operation that the node offers, and for no other', () => {
	expect(schemaNames).toEqual(offeredBy(new CashfreeVkyc()));
	expect(schemaNames).toEqual(operationNames.toSorted());
});

describe.each(operationNames)('the output schema of %s', (name) => {
	const schema = schemaOf(name);

	it('describes an object, in the form of n8n’s own schemas', () => {
		expect(schema).toMatchObject({ type: 'object', version: 1 });
		expect(ajv.validateSchema(schema)).toBe(true);
	});

	it('names each field that the operation puts out, with its type, and no other', async () => {
		const validate = ajv.compile(closed(schema));
		const seen = new Set<string>();
		for (const setting of settings) {
			context.cashfree.reset();
			context.cashfree.set(setting);
			const json = await outputOf(context, name);
			validate(json);
			expect(validate.errors).toBeNull();
			for (const leaf of leavesIn(json)) seen.add(leaf);
		}
		expect(leavesOf(schema).toSorted()).toEqual([...seen].toSorted());
	});

	it('names them in the order in which they are put out', async () => {
		const keys = Object.keys(await outputOf(context, name));
		const named = Object.keys(schema.properties ?? {});
		expect(named.filter((key) => keys.includes(key))).toEqual(keys);
	});

	it('contains for answers without anything that may be left out', async () => {
		const validate = ajv.compile(closed(schema));
		validate(await outputOf(context, name, {}, 'least'));
		expect(validate.errors).toBeNull();
	});
});
