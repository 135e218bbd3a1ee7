import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string) => readFileSync(join(__dirname, '..', '..', name), 'utf8');

/** Where the words of the credential's test stand. */
const sources = [
	...['credentials/credentialTest.ts', 'credentials/testAnswer.ts', 'credentials/sign.ts'],
	...['advice.ts', 'adviceByCode.ts'].map((name) => `nodes/CashfreeVkyc/errors/${name}`),
].map(read);

const [, section = ''] = read('docs/credentials.md').split(
	"## What does the credential's test say?",
);
const messages = section
	.split('\n')
	.filter((line) => line.startsWith('| ') && !/^\| (Message|---)/.test(line))
	.map((line) => line.split('|')[1]!.trim());

/** Whether the parts of a text follow each other in another one. */
function follow(parts: string[], text: string): boolean {
	let from = 0;
	return parts.every((part) => {
		const at = text.indexOf(part, from);
		from = at + part.length;
		return at >= 0;
	});
}

it('finds the messages in the guide', () => {
	expect(messages.length).toBeGreaterThan(10);
});

it.each(messages)("the credential's test can say: %s", (message) => {
	// n8n's own
	if (message === 'Connection successful!') return;
	const parts = message.split('…').map((part) => part.trim());
	expect(sources.some((text) => follow(parts, text))).toBe(true);
});
