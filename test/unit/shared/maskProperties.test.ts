import fc from 'fast-check';
import { maskPersonalData } from '../../../nodes/shared/mask';
import { anyBody, bodyWith, personalValues } from './arbitraries';
import { leavesOf } from './bodies';

const shapeOf = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(shapeOf);
	if (typeof value !== 'object' || value === null) return 'leaf';
	return Object.entries(value).map(([key, item]) => [key, shapeOf(item)]);
};

describe('masking any values', () => {
	it('lets no value of four characters or more through, whatever the values are', () => {
		fc.assert(
			fc.property(
				personalValues,
				fc.constantFrom('split_address', 'address_details', 'address'),
				(values, block) => {
					const shown = leavesOf(maskPersonalData(bodyWith(values, block)));
					const long = leavesOf(values).filter((value) => value.length >= 4);
					for (const value of long)
						expect(shown.filter((leaf) => leaf.includes(value))).toEqual([]);
				},
			),
			{ numRuns: 500 },
		);
	});

	it('keeps all keys and the lengths of arrays, and does not change its input', () => {
		fc.assert(
			fc.property(anyBody, (body) => {
				const before = structuredClone(body);
				expect(shapeOf(maskPersonalData(body))).toEqual(shapeOf(body));
				expect(body).toEqual(before);
			}),
		);
	});

	it('changes nothing when it masks a second time', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					anyBody,
					personalValues.map((v) => bodyWith(v, 'address')),
				),
				(body) => {
					const once = maskPersonalData(body);
					expect(maskPersonalData(once)).toEqual(once);
				},
			),
		);
	});
});
