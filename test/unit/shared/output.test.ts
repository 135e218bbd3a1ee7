import fc from 'fast-check';
import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { readOutputOptions, shapeOutput } from '../../../nodes/shared/output';
import { maskProperty, outputProperties } from '../../../nodes/shared/outputProperties';
import { anyBody } from './arbitraries';
import { initiated, user } from './bodies';

const fieldErrorOf = (label: string) => (what: string, rule: string) =>
	new Error(`'${label}' ${what}. ${rule}`);
/** Each value in its place: among the node's fields, or in its 'Options'. */
const read = ({ maskPersonalData: mask, ...fields }: IDataObject) =>
	readOutputOptions(
		(parameter) => fields[parameter],
		mask === undefined ? {} : { maskPersonalData: mask },
		fieldErrorOf,
	);

describe('the form of the output', () => {
	it('has a name, a default and a meaning for each value on the screen', () => {
		const properties = outputProperties();
		expect(properties.map(({ name }) => name)).toEqual(['output', 'outputFields']);
		const defaults = [...properties, maskProperty].map(({ name, default: value }) => [name, value]);
		expect(read(Object.fromEntries(defaults))).toEqual(read({}));
		const forms = properties[0]?.options as INodePropertyOptions[];
		for (const { value } of forms) {
			expect(read({ output: value, outputFields: 'status' }).output).toBe(value);
		}
	});

	it('is the full response, unmasked, where nothing was set', () => {
		expect(read({})).toEqual({ output: 'full', outputFields: [], mask: false });
	});

	it('reads the fields from a list with commas, with or without spaces, and from an array', () => {
		const outputFields = ['status', 'vkyc_link'];
		for (const given of ['status,vkyc_link', ' status , vkyc_link,\n', outputFields]) {
			expect(read({ output: 'selected', outputFields: given })).toMatchObject({ outputFields });
		}
	});

	it('leaves personal data bare only where masking is clearly off', () => {
		for (const off of [false, 'false', ' FALSE ']) {
			expect(read({ maskPersonalData: off }).mask).toBe(false);
		}
		for (const on of [true, 'true', 'TRUE', null, '', ' ', []]) {
			expect(read({ maskPersonalData: on }).mask).toBe(true);
		}
	});

	it('refuses a masking that is neither on nor off', () => {
		for (const value of ['maybe', 'no', 0, 1, NaN, {}, [false], 'null', 'undefined']) {
			expect(() => read({ maskPersonalData: value } as never)).toThrow(
				"'Mask Personal Data' has an unknown value. Use true or false.",
			);
		}
	});

	it('is the full response where it was left empty', () => {
		for (const output of [undefined, null, '', ' ', []]) {
			expect(read({ output })).toMatchObject({ output: 'full' });
		}
	});

	it('refuses selected fields where none is named', () => {
		for (const outputFields of [undefined, null, '', ' , ', []]) {
			expect(() => read({ output: 'selected', outputFields })).toThrow(
				"'Output Fields' is empty. Name the fields to return, e.g. status, vkyc_link, or change 'Output'.",
			);
		}
	});

	it('refuses a selected field without a name', () => {
		for (const outputFields of ['.', '[]', '..', 'status, .', ['status', '[.]'], '[ ]']) {
			expect(() => read({ output: 'selected', outputFields })).toThrow(
				"'Output Fields' contains a path without a name",
			);
		}
	});

	it('refuses selected fields that are no list of names', () => {
		for (const outputFields of [5, true, {}, ['status', null], [['status']], ['status', {}]]) {
			expect(() => read({ output: 'selected', outputFields } as never)).toThrow(
				"'Output Fields' is not a list of names",
			);
		}
		for (const outputFields of ['a,'.repeat(101), 'a'.repeat(501)]) {
			expect(() => read({ output: 'selected', outputFields })).toThrow('is too long');
		}
	});

	it('does not ask for the fields where none are selected', () => {
		for (const output of ['full', 'simplified']) {
			const asked: string[] = [];
			const get = (parameter: string) => (asked.push(parameter), output);
			readOutputOptions(get, {}, fieldErrorOf);
			expect(asked).toEqual(['output']);
		}
	});

	it('refuses a form of output that there is not', () => {
		for (const output of ['raw', 'constructor', 0, false, {}, [['full']], ['full']]) {
			expect(() => read({ output } as never)).toThrow("'Output' has an unknown value");
		}
	});
});

describe('shaping the output', () => {
	const simplifiedFields = ['verification_id', 'status', 'recording_link'];
	const full = { output: 'full' as const, outputFields: [], mask: false, simplifiedFields };

	it('hands on the full response as it came', () => {
		expect(shapeOutput(initiated, full)).toBe(initiated);
	});

	it('simplifies to the fields of the operation, in their order, with null for a missing one', () => {
		const simplified = shapeOutput(initiated, { ...full, output: 'simplified' });
		expect(Object.entries(simplified)).toEqual([
			['verification_id', 'lead-1042'],
			['status', 'RECEIVED'],
			['recording_link', null],
		]);
	});

	it('takes the name an operation gives to a simplified field', () => {
		const event = { event_type: 'VKYC_USER_CALL_QUEUED', data: { status: 'PRE_VIDEO_CALL' } };
		const fields = ['event_type', { path: 'data.status', as: 'status' }];
		expect(shapeOutput(event, { ...full, output: 'simplified', simplifiedFields: fields })).toEqual(
			{ event_type: 'VKYC_USER_CALL_QUEUED', status: 'PRE_VIDEO_CALL' },
		);
	});

	it('puts selected fields on one level, named by their path', () => {
		const outputFields = [
			'status',
			'aadhaar_details.name',
			'aadhaar_details.address_details.pincode',
			'security_questions[1].answer',
			'security_questions.0.order',
		];
		expect(shapeOutput(initiated, { ...full, output: 'selected', outputFields })).toEqual({
			status: 'RECEIVED',
			aadhaar_details_name: 'Asha Ravi Kulkarni',
			aadhaar_details_address_details_pincode: 581115,
			security_questions_1_answer: '1000000',
			security_questions_0_order: 1,
		});
	});

	it('gives null for a selected field that the response does not have', () => {
		const response = { ...user, remarks: null, unset: undefined };
		const outputFields = [
			'no_such',
			'name.first',
			'remarks.by',
			'unset',
			'constructor',
			'__proto__',
		];
		const shaped = shapeOutput(response, { ...full, output: 'selected', outputFields });
		expect(Object.values(shaped)).toEqual([null, null, null, null, null, null]);
		expect(Object.getPrototypeOf(shaped)).toBe(Object.prototype);
	});

	it('masks before it picks fields, so that a picked Aadhaar detail is masked too', () => {
		const outputFields = ['aadhaar_details.care_of', 'aadhaar_details.address_details'];
		const masked = { ...full, mask: true, outputFields };
		expect(shapeOutput(initiated, { ...masked, output: 'selected' })).toMatchObject({
			aadhaar_details_care_of: 'S. R. K.',
			aadhaar_details_address_details: { state: '***' },
		});
		expect(shapeOutput(user, masked)).toMatchObject({ name: 'A. K.' });
		expect(
			shapeOutput(user, { ...masked, output: 'simplified', simplifiedFields: ['phone'] }),
		).toEqual({ phone: '********55' });
	});

	it('gives every response the same fields', () => {
		const fields = fc.array(fc.stringMatching(/^[a-z]+(\.[a-z]+|\[\d\])*$/), { maxLength: 10 });
		fc.assert(
			fc.property(anyBody, anyBody, fields, (one, other, outputFields) => {
				const options = { ...full, output: 'selected' as const, outputFields };
				const keys = Object.keys(shapeOutput(one, options));
				expect(Object.keys(shapeOutput(other, options))).toEqual(keys);
				for (const key of keys) expect(key).toMatch(/^[a-z]\w*$/);
			}),
		);
	});
});
