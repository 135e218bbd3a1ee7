import { itemIds } from '../../../../nodes/CashfreeVkyc/actions/itemIds';
import { scriptedContext } from '../../../support/scriptedContext';

const idsOf = (parameters: object) =>
	itemIds(scriptedContext({ parameters: [parameters as never] }).context, 0);

it('are those that the item names, by their names at Cashfree', () => {
	expect(idsOf({ verificationId: ' loan-1 ', newUserId: 42 })).toEqual({
		verification_id: 'loan-1',
		user_id: '42',
	});
	expect(idsOf({ userId: 'lead-1' })).toEqual({ user_id: 'lead-1' });
});

it.each([
	undefined,
	null,
	false,
	true,
	'',
	{},
	[],
	NaN,
	'undefined',
	'kyc-null',
	'Asha Rao',
	'a@b',
])('leave out %p, which is no ID', (value) => {
	expect(idsOf({ verificationId: value, newUserId: value, userId: value })).toEqual({});
});

it('leave out what cannot be read', () => {
	const { context } = scriptedContext({});
	context.getNodeParameter = () => {
		throw new Error('An expression of this item fails');
	};
	expect(itemIds(context, 0)).toEqual({});
});
