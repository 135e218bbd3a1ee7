import { startCashfree } from '../../local/cashfree';
import { runCli } from '../support/cashfreeCli';

it('prints what a client needs and ends on Ctrl-C', async () => {
	const { code, output } = await runCli(['--port', '0'], 'Press Ctrl-C');
	expect(output).toMatch(/Base URL: +http:\/\/127\.0\.0\.1:\d+\/verification\n/);
	expect(output).toMatch(/Page: +http:\/\/127\.0\.0\.1:\d+\/_local\/ /);
	expect(output).toMatch(/Client ID: +\S+\nClient secret: +\S+\n/);
	expect(output).toMatch(/-----BEGIN PUBLIC KEY-----[\s\S]+-----END PUBLIC KEY-----/);
	expect(code).toBe(0);
});

it('asks for no signature with the IP whitelist', async () => {
	const { output } = await runCli(['--port', '0', '--two-factor', 'ipWhitelist'], 'Press Ctrl-C');
	expect(output).toContain('IP Whitelist');
	expect(output).not.toContain('PUBLIC KEY');
});

it('says that the port is in use and which option chooses another', async () => {
	const cashfree = await startCashfree();
	const { code, output } = await runCli(['--port', String(cashfree.port)]);
	await cashfree.close();
	expect(output.trim()).toBe(
		`Port ${cashfree.port} is in use. Stop the program that uses it, or choose another: --port N`,
	);
	expect(code).toBe(1);
});

it.each([
	[['--port', 'high'], '--port takes a whole number'],
	[['--two-factor', 'none'], '--two-factor takes publicKey or ipWhitelist.'],
	[['--prot', '1'], "Unknown option '--prot'"],
])('explains %j', async (args, message) => {
	const { code, output } = await runCli(args);
	expect(output).toContain(message);
	expect(output).toContain('Usage: ');
	expect(code).toBe(1);
});
