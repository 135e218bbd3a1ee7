import { gone, startCode, startParent } from '../support/localN8n';

const staysUp = 'setInterval(() => {}, 1000); console.log("up");';
const endsPolitely = 'process.once("SIGTERM", () => { console.log("bye"); process.exit(0); });';
const doesNotEnd = 'process.on("SIGTERM", () => {});';

it('gives each line of output and how the process ended', async () => {
	const { exited, lines } = startCode('console.log("one"); console.error("two"); process.exit(3);');
	expect(await exited).toEqual({ code: 3, signal: null });
	expect(lines.toSorted()).toEqual(['one', 'two']);
});

it('lets a process end in its own way when it is stopped', async () => {
	const { printed, stop, exited, lines } = startCode(endsPolitely + staysUp);
	await printed('up');
	await stop();
	expect(await exited).toEqual({ code: 0, signal: null });
	expect(lines).toContain('bye');
});

it('ends by force a process that does not end, and what it started', async () => {
	const grandchild = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])`;
	const { printed, stop, exited, lines } = startCode(
		`${doesNotEnd} console.log(${grandchild}.pid); ${staysUp}`,
	);
	await printed('up');
	await stop(100);
	expect((await exited).code).not.toBe(0);
	await gone(Number(lines.find((line) => /^\d+$/.test(line))));
});

it('ends a process whose parent was killed', async () => {
	const parent = startParent(endsPolitely + staysUp);
	const child = Number(await parent.firstLine());
	parent.kill();
	await parent.exited;
	await gone(child);
});

it('throws where the binary is missing', () => {
	expect(() => startCode('', '/no/such/node')).toThrow(
		'Node could not be started from /no/such/node.',
	);
});
