import { readOptions } from '../../local/options';

it('opens the editor on 5678, and on any free port where it runs once', () => {
	expect(readOptions([], {})).toMatchObject({ port: 5678, cashfreePort: 0, once: false });
	expect(readOptions(['--once'], {})).toMatchObject({ port: 0, once: true });
	expect(readOptions(['--once', '--port', '5700'], {})).toMatchObject({ port: 5700 });
	expect(readOptions(['--cashfree-port', '8787'], {})).toMatchObject({ cashfreePort: 8787 });
});

it.each(['high', '-1', '65536', '1.5', ''])('refuses the port %j', (port) => {
	expect(() => readOptions([`--port=${port}`], {})).toThrow('--port takes a whole number from 0');
});

it('uses the local Cashfree server without keys, and the sandbox with keys', () => {
	expect(readOptions([], {}).sandboxKeys).toBeUndefined();
	const env = { CASHFREE_CLIENT_ID: 'CF1', CASHFREE_CLIENT_SECRET: 'cfsk_invented' };
	expect(readOptions([], env).sandboxKeys).toEqual({
		clientId: 'CF1',
		clientSecret: 'cfsk_invented',
		publicKey: undefined,
	});
	expect(readOptions([], { ...env, CASHFREE_PUBLIC_KEY: 'MIIB' }).sandboxKeys).toMatchObject({
		publicKey: 'MIIB',
	});
});

it.each([
	{ CASHFREE_CLIENT_ID: 'CF1' },
	{ CASHFREE_CLIENT_SECRET: 'cfsk_invented' },
	{ CASHFREE_PUBLIC_KEY: 'MIIB' },
])('asks for both keys where only some are set: %j', (env) => {
	expect(() => readOptions([], env)).toThrow(
		'set both CASHFREE_CLIENT_ID and CASHFREE_CLIENT_SECRET',
	);
});

it('runs nothing unasked against the sandbox', () => {
	const env = { CASHFREE_CLIENT_ID: 'CF1', CASHFREE_CLIENT_SECRET: 'cfsk_invented' };
	expect(() => readOptions(['--once'], env)).toThrow('against the local Cashfree server only');
});
