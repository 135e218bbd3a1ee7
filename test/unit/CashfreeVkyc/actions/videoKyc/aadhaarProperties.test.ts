import { NodeHelpers } from 'n8n-workflow';
import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { aadhaarDetails } from '../../../../../nodes/CashfreeVkyc/validation/aadhaarDetails';
import { aadhaarProperties } from '../../../../../nodes/CashfreeVkyc/actions/videoKyc/aadhaarProperties';
import { fieldsOf } from '../../validation/itemFields';
import { form, optional, required, sent } from '../../validation/person';

const properties = aadhaarProperties({ resource: ['videoKyc'], operation: ['initiate'] });
const byName = new Map(properties.map((property) => [property.name, property]));

const shownFor = (aadhaarDetailsAs: string, operation = 'initiate') => {
	const values = { resource: 'videoKyc', operation, aadhaarDetails: aadhaarDetailsAs };
	const isShown = (property: INodeProperties) =>
		NodeHelpers.displayParameter(values, property, null, null);
	return properties.filter(isShown).map(({ name }) => name);
};

it('no Aadhaar details are asked for until they are chosen', () => {
	expect(byName.get('aadhaarDetails')?.default).toBe('none');
	expect(shownFor('none')).toEqual(['aadhaarDetails']);
});

it('as JSON, one field is shown, whose description names each key, and one for what it may lack', () => {
	expect(shownFor('json')).toEqual(['aadhaarDetails', 'aadhaarJson', 'aadhaarLastVerifiedAt']);
	expect(
		properties.filter(({ name, required }) => name === 'aadhaarLastVerifiedAt' && required),
	).toHaveLength(1);
	const { split_address: address, ...rest } = sent;
	for (const key of Object.keys({ ...rest, split_address: {}, ...address })) {
		expect(byName.get('aadhaarJson')?.description).toMatch(new RegExp(`\\b${key}\\b`));
	}
});

describe('the JSON that the field starts with', () => {
	const skeleton = JSON.parse(String(byName.get('aadhaarJson')?.default)) as IDataObject;
	const address = skeleton.split_address as IDataObject;
	const read = (json: object) =>
		aadhaarDetails(fieldsOf({ aadhaarDetails: 'json', aadhaarJson: JSON.stringify(json) }));

	it('names each key in its place, and nobody', () => {
		expect(Object.keys(skeleton)).toEqual(Object.keys(sent));
		expect(Object.keys(address)).toEqual(Object.keys(sent.split_address));
		const { country, ...others } = address;
		expect(country).toBe(byName.get('aadhaarCountry')?.default);
		const values = Object.values({ ...skeleton, split_address: '', ...others });
		expect(new Set(values)).toEqual(new Set(['']));
	});

	it('is refused as it is, and with any detail that is still missing', () => {
		expect(() => read(skeleton)).toThrow(
			"'Aadhaar Details (JSON)' has no value for name, dob, gender, care_of, last_verified_at, photo_link, house, street, dist, state, pincode",
		);
		for (const key of Object.keys(sent).filter((name) => name !== 'split_address')) {
			expect(() => read({ ...sent, [key]: skeleton[key] })).toThrow(`: ${key}' is empty`);
		}
		expect(() => read({ ...sent, split_address: address })).toThrow(
			'has no value for house, street, dist, state, pincode',
		);
	});

	it('is sent once it is filled in, without what is still empty of the address', () => {
		const { po, vtc, subdist, ...needed } = sent.split_address;
		const split_address = { ...address, ...needed };
		expect(read({ ...skeleton, ...sent, split_address })).toEqual({
			...sent,
			split_address: needed,
		});
		expect([po, vtc, subdist]).not.toContain('');
	});
});

it('as fields, each field that is read is shown, and no other', () => {
	const read = [...required, ...optional].map(([parameter]) => parameter);
	const notices = ['aadhaarIdentityNotice', 'aadhaarAddressNotice'];
	expect(new Set(shownFor('fields'))).toEqual(new Set(['aadhaarDetails', ...notices, ...read]));
});

it('the fields stand under a notice each for identity and address', () => {
	const shown = shownFor('fields');
	const [identity, address] = ['Identity', 'Address'].map((group) =>
		shown.indexOf(`aadhaar${group}Notice`),
	);
	const labelled = (names: string[]) => names.map((name) => byName.get(name)?.displayName ?? '');
	expect(identity).toBe(1);
	expect(labelled(shown.slice(2, address)).every((label) => /^Aadhaar /.test(label))).toBe(true);
	expect(labelled(shown.slice(address! + 1)).every((label) => /^Address /.test(label))).toBe(true);
});

it('nothing is shown for another operation', () => {
	expect(shownFor('fields', 'getStatus')).toEqual([]);
});

it.each([...required, ...optional])(
	'%s has the label by which its refusal names it',
	(name, label) => {
		expect(byName.get(name)?.displayName).toBe(label);
		expect(byName.get(name)?.required ?? false).toBe(required.some(([other]) => other === name));
	},
);

it('no gender is chosen beforehand, and each choice but that is one that is understood', () => {
	const choices = byName.get('aadhaarGender')?.options as INodePropertyOptions[];
	const genderFor = (value: unknown) =>
		aadhaarDetails(fieldsOf({ ...form, aadhaarGender: value }))?.gender;
	expect(() => genderFor(byName.get('aadhaarGender')?.default)).toThrow('is empty');
	expect(choices.filter(({ value }) => value !== '')).toHaveLength(3);
	for (const { value } of choices.filter(({ value }) => value !== '')) {
		expect(genderFor(value)).toBe(value);
	}
});

it('each choice of a form is one that is read', () => {
	const choices = byName.get('aadhaarDetails')?.options as INodePropertyOptions[];
	expect(choices.map(({ value }) => value)).toEqual(['fields', 'json', 'none']);
	for (const { value } of choices) {
		const given = { ...form, aadhaarJson: sent, aadhaarDetails: value };
		expect(aadhaarDetails(fieldsOf(given))).toEqual(value === 'none' ? undefined : sent);
	}
});
