import type { IDataObject } from 'n8n-workflow';
import { hasIds, isLink } from '../../../../nodes/CashfreeVkyc/actions/answer';
import { expectUser, getUserRequest } from '../../../../nodes/CashfreeVkyc/actions/user/answer';
import { createUserRequest } from '../../../../nodes/CashfreeVkyc/actions/user/newUser';
import {
	getStatusRequest,
	initiateRequest,
} from '../../../../nodes/CashfreeVkyc/actions/videoKyc/verification';
import type { CashfreeRequest, Expected } from '../../../../nodes/CashfreeVkyc/transport/request';

/** The answers of the documentation's pages. */
const verification = {
	verification_id: 'kyc-1',
	reference_id: 1358,
	user_reference_id: 11174,
	status: 'RECEIVED',
	sub_status: 'LINK_GENERATED',
	vkyc_link: 'https://forms.cashfree.com/verification/s7ml5i0',
	user_id: 'lead-1',
	link_expiry: '2024-02-02T00:00:00.000Z',
};
const user = {
	user_reference_id: 11174,
	user_id: 'lead-1',
	phone: '9988776655',
	email: 'asha@example.com',
	name: 'Asha Rao',
	address: '12 MG Road',
};

const huge = '7'.repeat(1_000_000);
const odd: unknown[] = [
	undefined,
	null,
	false,
	true,
	0,
	1.5,
	-7,
	'',
	' ',
	'x',
	[],
	{},
	['kyc-1'],
	[11174],
	{ toString: 'kyc-1' },
	'9223372036854775807',
	huge,
];

/** A status is an open-ended word, and Cashfree may number its users as it likes. */
const anyStatus = ['x', '9223372036854775807', huge];
const anyNumber = ['9223372036854775807'];

const newUser = { phone: '9988776655', user_id: 'lead-1' };

/** What is asked for, what answers it, and each field that it needs, with the odd values that do. */
const cases: Array<[string, Expected, IDataObject, Record<string, unknown[]>]> = [
	[
		'Initiate',
		initiateRequest({ verification_id: 'kyc-1', user_id: 'lead-1' }, true).expects,
		verification,
		{ verification_id: [], status: anyStatus, vkyc_link: [] },
	],
	[
		'Get Status by verification ID',
		getStatusRequest({ verification_id: 'kyc-1' }).expects,
		verification,
		{ verification_id: [], status: anyStatus },
	],
	[
		'Get Status by reference ID',
		getStatusRequest({ reference_id: '1358' }).expects,
		verification,
		{ reference_id: [], status: anyStatus },
	],
	[
		'Create, with a user ID',
		createUserRequest(newUser, false).expects,
		user,
		{ user_id: [], user_reference_id: anyNumber },
	],
	[
		'Create, without a user ID',
		createUserRequest({ phone: '9988776655' }, false).expects,
		user,
		{ user_reference_id: anyNumber },
	],
	[
		'Get by user ID',
		getUserRequest({ user_id: 'lead-1' }).expects,
		user,
		{ user_id: [], user_reference_id: anyNumber },
	],
	[
		'Get by user reference ID',
		getUserRequest({ user_reference_id: 11174 }).expects,
		user,
		{ user_reference_id: [] },
	],
	['Update', expectUser({ user_reference_id: '11174' }), user, { user_reference_id: [] }],
];

describe.each(cases)('%s', (_, { isIn, what }, answer, required) => {
	it('is answered by the example of the page', () => {
		expect(isIn(answer)).toBe(true);
		expect(what).toMatch(/^this (verification|user)/);
	});

	it.each(Object.entries(required))(
		'is not answered where %s is missing, of another kind, or of another',
		(field, allowed) => {
			const believed = odd.filter((value) => isIn({ ...answer, [field]: value } as IDataObject));
			expect(believed).toEqual(allowed);
		},
	);

	it('is answered with anything in its other fields', () => {
		const others = Object.keys(answer).filter((field) => !Object.hasOwn(required, field));
		const refused = others.flatMap((field) =>
			odd.filter((value) => !isIn({ ...answer, [field]: value } as IDataObject)),
		);
		expect(refused).toEqual([]);
	});

	it.each([{}, { status: 'UP' }, { code: 'x', type: 'y', message: 'z' }, { data: answer }])(
		'is not answered by %j',
		(body) => {
			expect(isIn(body as IDataObject)).toBe(false);
		},
	);
});

it.each<[IDataObject, IDataObject, boolean]>([
	[{ id: 7 }, { id: '7' }, true],
	[{ id: '9007199254740993' }, { id: '9007199254740993' }, true],
	[{ id: '9007199254740993' }, { id: 9007199254740992 }, false],
	[{ id: 'A' }, { id: 'a' }, false],
	[{}, { id: undefined }, false],
	[{ id: '' }, { id: '' }, false],
	[{ a: 1, b: 2 }, { a: 1, b: 3 }, false],
])('%j has the IDs %j: %p', (answer, asked, has) => {
	expect(hasIds(answer, asked)).toBe(has);
});

it.each([
	['https://forms.cashfree.com/verification/s7ml5i0', true],
	['http://127.0.0.1/a', true],
	['https://', false],
	['https:// ', false],
	['javascript:alert(1)', false],
	['forms.cashfree.com/verification/s7ml5i0', false],
])('%s is a link: %p', (value, is) => {
	expect(isLink(value)).toBe(is);
});

describe('whose an answer is', () => {
	const ofVerification = initiateRequest({ verification_id: 'kyc-1', user_id: 'lead-1' }, true);
	const ofReference = initiateRequest({ verification_id: 'kyc-1', user_reference_id: 11174 }, true);
	const ofUser = createUserRequest(newUser, true);

	it.each<[string, CashfreeRequest, string, unknown]>([
		['user ID', ofVerification, 'user_id', 'lead-1'],
		['user reference ID', ofReference, 'user_reference_id', '11174'],
		['phone number', ofUser, 'phone', '+91 99887 76655'],
	])(
		'is known by its %s, is not where that is missing, and is another one by anything else',
		(_, request, field, same) => {
			const ownerBy = (value: unknown) => request.creates?.owner({ [field]: value } as IDataObject);
			expect(ownerBy(same)).toBe('same');
			expect(odd.map(ownerBy)).toEqual(
				odd.map((value) =>
					value === undefined || value === null || value === '' ? 'unstated' : 'other',
				),
			);
		},
	);
});
