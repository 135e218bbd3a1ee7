import fc from 'fast-check';
import { sensitiveValues } from '../../../nodes/shared/mask';
import { bodyWith, personalValues } from './arbitraries';
import { initiated, leavesOf, user } from './bodies';

describe('the sensitive values of a body', () => {
	it('are its personal values as text, and nothing else', () => {
		expect(sensitiveValues(user)).toEqual([
			'9988776655',
			'asha.kulkarni@mail.example',
			'Asha Kulkarni',
			'12 Temple Street, Haveri',
		]);
		expect(sensitiveValues(initiated)).toEqual([
			'S/O: Ravi Kulkarni',
			'14-07-1991',
			'F',
			'Asha Ravi Kulkarni',
			'India',
			'Haveri',
			'Neem House',
			'581115',
			'Byadgi',
			'Karnataka',
			'Temple Street 4th Cross',
			'Hirekerur',
			'Rattihalli',
			'https://photos.merchant.example/asha-kulkarni.jpg?sig=5f1c',
			'Vidya Mandir',
			'1000000',
			'PAN card was not legible',
		]);
	});

	it('name each value once, and leave out true and false, which many messages hold', () => {
		const body = { aadhaar_details: { a: 'Uma', b: 'Uma', verified: true }, address: ['Uma'] };
		expect(sensitiveValues(body)).toEqual(['Uma']);
	});

	it('include whom a token request names', () => {
		const authenticated_user = { identifier_type: 'mobile', identifier_value: '9988776655' };
		expect(sensitiveValues({ product: 'VKYC', authenticated_user })).toEqual(['9988776655']);
	});

	it.each([undefined, null, 'a text', 7])('are none in %j', (body) => {
		expect(sensitiveValues(body)).toEqual([]);
	});

	it('are all those that masking hides, whatever the values are', () => {
		fc.assert(
			fc.property(personalValues, (values) => {
				const found = sensitiveValues(bodyWith(values, 'split_address'));
				expect(new Set(found)).toEqual(new Set(leavesOf(values)));
			}),
		);
	});
});
