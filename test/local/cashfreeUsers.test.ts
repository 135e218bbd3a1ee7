import { startCashfree } from '../../local/cashfree';
import { call } from '../support/cashfreeClient';
import { useLocalCashfree } from '../support/localCashfree';

const cashfree = useLocalCashfree();

const send = async (operation: string, body?: unknown) => await call(cashfree, operation, body);
const codeOf = async (operation: string, body?: unknown) => {
	const { status, data } = await send(operation, body);
	return [status, data.code];
};
const person = { phone: '9988776655', user_id: 'user-1', email: 'asha@mail.example', name: 'Asha' };

it('creates a user and finds it by either ID', async () => {
	const created = await send('POST /user', person);
	expect(created.status).toBe(200);
	expect(created.data).toEqual({ ...person, user_reference_id: expect.any(Number), address: null });
	const reference = created.data.user_reference_id;
	expect((await send('GET /user?user_id=user-1')).data).toEqual(created.data);
	expect((await send(`GET /user?user_reference_id=${reference}`)).data).toEqual(created.data);
});

it('makes up a user ID where none is given', async () => {
	const first = await send('POST /user', { phone: '9988776655' });
	const second = await send('POST /user', { phone: '9988776655' });
	expect(first.data.user_id).toMatch(/^[\w.-]{1,50}$/);
	expect(second.data.user_id).not.toBe(first.data.user_id);
});

it('refuses a user ID that exists and keeps the first user', async () => {
	await send('POST /user', person);
	const second = await codeOf('POST /user', { phone: '9000000000', user_id: 'user-1' });
	expect(second).toEqual([400, 'user_id_already_exists']);
	expect(cashfree.users.get('user-1')?.phone).toBe(person.phone);
});

it('updates e-mail, name and address, and leaves out what is not sent', async () => {
	await send('POST /user', person);
	const { data } = await send('PATCH /user', { user_id: 'user-1', address: '1 Main Road' });
	expect(data).toMatchObject({ ...person, address: '1 Main Road' });
});

it('does not update a phone number', async () => {
	await send('POST /user', person);
	const answer = await codeOf('PATCH /user', { user_id: 'user-1', phone: '9000000000' });
	expect(answer).toEqual([400, 'phone_value_invalid']);
});

it.each([
	['GET /user', undefined, 400, 'invalid_request'],
	['GET /user?user_id=nobody', undefined, 404, 'user_id_not_found'],
	['GET /user?user_reference_id=1', undefined, 404, 'user_reference_id_not_found'],
	['PATCH /user', { name: 'Asha' }, 400, 'user_id_number_missing'],
	['PATCH /user', { user_id: 'nobody' }, 404, 'user_id_not_found'],
	['PATCH /user', { user_reference_id: 1 }, 404, 'user_reference_id_not_found'],
	['POST /user', {}, 400, 'phone_missing'],
	['POST /user', { phone: '12345' }, 400, 'phone_length_short'],
	['POST /user', { phone: '12345678901234' }, 400, 'phone_length_exceeded'],
	['POST /user', { phone: '+919988776655' }, 400, 'phone_value_invalid'],
	['POST /user', { phone: 9988776655 }, 400, 'phone_value_invalid'],
	['POST /user', { phone: '9988776655', user_id: 'a b' }, 400, 'user_id_value_invalid'],
])('answers %s %j with %i %s', async (operation, body, status, code) => {
	expect(await codeOf(operation, body)).toEqual([status, code]);
});

it('does not take two IDs that name different users', async () => {
	await send('POST /user', person);
	const other = await send('POST /user', { phone: '9000000000', user_id: 'user-2' });
	const ids = { user_id: 'user-1', user_reference_id: other.data.user_reference_id };
	expect(await codeOf('PATCH /user', ids)).toEqual([404, 'user_reference_id_not_found']);
});

it('creates a token for the SDK that expires in an hour, in Indian time', async () => {
	const now = () => Date.parse('2025-05-05T11:31:05Z');
	const server = await startCashfree({ now, twoFactor: 'ipWhitelist' });
	const body = {
		app_id: 'app',
		product: 'VKYC',
		metadata: { vkyc_request_id: '1358' },
		authenticated_user: { identifier_type: 'userId', identifier_value: 'user-1' },
	};
	const { status, data } = await call(server, 'POST /oauth/token', body);
	const other = await call(server, 'POST /oauth/token', { ...body, product: 'KYC' });
	await server.close();
	expect(status).toBe(200);
	expect(data).toEqual({
		access_token: expect.stringMatching(/^[\w-]{32}$/),
		expiry: '2025-05-05T18:01:05+05:30',
	});
	expect([other.status, other.data.code]).toEqual([400, 'product_value_invalid']);
});
