import fc from 'fast-check';
import { jsonStringify } from 'n8n-workflow';
import { aadhaarDetails } from '../../../../nodes/CashfreeVkyc/validation/aadhaarDetails';
import { node } from '../../../support/scriptedContext';
import { fieldsOf, refusalOf, refused } from './itemFields';
import { form, optional, required, sent } from './person';

const all = [...required, ...optional];
/** A value that no field accepts, in marks that no message uses: a part of it that shows is told. */
const secret = fc.string({ unit: 'grapheme' }).map((text) => `«${text}»`);
const unfit = fc.oneof(
	secret.map((text) => [text]),
	secret.map((text) => ({ [text]: text })),
);
const misshapen = ['aadhaarDateOfBirth', 'aadhaarGender', 'aadhaarPinCode', 'aadhaarPhotoLink'];

/** All that n8n shows or saves of a refusal, without the names of the node itself. */
function shownOf(work: () => unknown): string {
	refused(work);
	const refusal = refusalOf(work);
	expect(refusal.node).toBe(node);
	const { message, description, context, messages, cause, stack } = refusal;
	const parts = { message, description, context, messages, cause, causeText: String(cause), stack };
	return jsonStringify(parts, { replaceCircularRefs: true });
}

describe('a refusal never shows a value of the Aadhaar details', () => {
	it('of the field that is refused, whatever kind of value it holds', () => {
		const field = fc.constantFrom(...all.map(([parameter]) => parameter));
		fc.assert(
			fc.property(field, unfit, (parameter, value) => {
				const read = () => aadhaarDetails(fieldsOf({ ...form, [parameter]: value }));
				expect(shownOf(read)).not.toMatch(/[«»]/);
			}),
		);
	});

	it('of a field that has a form to keep', () => {
		fc.assert(
			fc.property(fc.constantFrom(...misshapen), secret, (parameter, value) => {
				const read = () => aadhaarDetails(fieldsOf({ ...form, [parameter]: value }));
				expect(shownOf(read)).not.toMatch(/[«»]/);
			}),
		);
	});

	it('of the other fields, whichever one is missing', () => {
		const values = Object.values(form).filter((value) => value.length > 6 && value !== 'fields');
		for (const [parameter] of required) {
			const shown = shownOf(() => aadhaarDetails(fieldsOf({ ...form, [parameter]: '' })));
			for (const value of values) expect(shown).not.toContain(value);
		}
	});

	it('of the JSON, whether it can be read or not', () => {
		const { split_address: address, ...rest } = sent;
		const inJson = (aadhaarJson: unknown) => () =>
			aadhaarDetails(fieldsOf({ aadhaarDetails: 'json', aadhaarJson }));
		const key = fc.constantFrom(...all.map(([, , name]) => name));
		fc.assert(
			fc.property(key, unfit, secret, (name, value, text) => {
				const changed =
					name in address
						? { ...rest, split_address: { ...address, [name]: value } }
						: { ...sent, [name]: value };
				for (const given of [changed, JSON.stringify(changed), text, [text], `{"a": ${text}`]) {
					expect(shownOf(inJson(given))).not.toMatch(/[«»]/);
				}
			}),
		);
	});
});
