import fc from 'fast-check';
import { sensitiveValues } from '../../../nodes/shared/sensitive';
import { bodyWith, personalValues } from './arbitraries';
import { initiated, leavesOf, user } from './bodies';

describe('the sensitive values of a body', () => {
	it('are its personal values as text, and nothing else', () => {
		expect(sensitiveValues(user).toSorted()).toEqual([
			'12 Temple Street, Haveri',
			'9988776655',
			'Asha Kulkarni',
			'asha.kulkarni@mail.example',
		]);
		expect(sensitiveValues(initiated).toSorted()).toEqual([
			'1000000',
			'14-07-1991',
			'581115',
			'Asha Ravi Kulkarni',
			'Byadgi',
			'F',
			'Haveri',
			'Hirekerur',
			'India',
			'Karnataka',
			'Neem House',
			'PAN card was not legible',
			'Rattihalli',
			'S/O: Ravi Kulkarni',
			'Temple Street 4th Cross',
			'Vidya Mandir',
			'What is your salary?',
			'What was the name of your school?',
			'https://forms.cashfree.example/verification/s7ml5i0',
			'https://photos.merchant.example/asha-kulkarni.jpg?sig=5f1c',
		]);
	});

	it('include what stands in fields that nobody knows, unless it says nothing', () => {
		const further = { father: { full_name: 'Ravi Rao' }, year_of_birth: 1995, note: ['Uma Rao'] };
		const nothing = { retries: 3, kind: 'v1', field: 'user_template', isNew: true };
		const answer = { code: 'x_y', message: 'No Asha', error: { ref_id: 7, given: 'Asha' } };
		expect(sensitiveValues({ ...further, ...nothing }, answer).toSorted()).toEqual([
			'1995',
			'Asha',
			'Ravi Rao',
			'Uma Rao',
		]);
	});

	it('include dates as JSON writes them', () => {
		const dob = new Date('1991-07-14T00:00:00.000Z');
		const odd = { toJSON: 'no function' };
		expect(sensitiveValues({ dob, odd })).toEqual(['no function', dob.toISOString()]);
	});

	it('are found however deep they stand, and in a circle, too', () => {
		const deep = JSON.parse(`${'{"a":['.repeat(50_000)}"Asha Rao"${']}'.repeat(50_000)}`);
		expect(sensitiveValues(deep)).toEqual(['Asha Rao']);
		const circle: Record<string, unknown> = { name: 'Asha' };
		circle.self = circle;
		expect(sensitiveValues(circle)).toEqual(['Asha']);
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
				expect(leavesOf(values).filter((value) => !found.includes(value))).toEqual([]);
			}),
		);
	});
});
