import { readDevOptions } from '../../local/options';

it('opens the editor on 5678 and the debugger on 9229, unless it is told other ports', () => {
	expect(readDevOptions([], {})).toMatchObject({ port: 5678, cashfreePort: 0, inspectPort: 9229 });
	const args = ['--port', '5700', '--cashfree-port', '8787', '--inspect-port', '9300'];
	expect(readDevOptions(args, {})).toMatchObject({
		port: 5700,
		cashfreePort: 8787,
		inspectPort: 9300,
	});
});

it('refuses what is no port', () => {
	expect(() => readDevOptions(['--inspect-port', 'any'], {})).toThrow(
		'--inspect-port takes a whole number from 0',
	);
});
