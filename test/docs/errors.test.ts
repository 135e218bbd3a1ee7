import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers } from '../../local/cashfree/answers';
import { adviceFor } from '../../nodes/CashfreeVkyc/errors/advice';
import { adviceByCode } from '../../nodes/CashfreeVkyc/errors/adviceByCode';
import { recordingCodes } from '../../nodes/CashfreeVkyc/errors/recordingError';
import { ownCodes } from '../../nodes/CashfreeVkyc/transport/requestOutcome';

const rows = readFileSync(join(__dirname, '../../docs/errors.md'), 'utf8')
	.split('\n')
	.filter((line) => line.startsWith('|'))
	.map((line) => line.replaceAll('\\', ''));
const rowsOf = (code: string) => rows.filter((row) => row.includes(`\`${code}\``)).join('\n');

const documented = Object.entries(answers).filter(([, answer]) => answer.documented);

it('knows as many documented answers as the page of Cashfree has', () => {
	expect(documented).toHaveLength(21);
});

it.each(documented)('says what %s means, by status, code and message', (_, answer) => {
	const { status, code, message } = answer;
	const advice =
		status < 500 ? adviceFor({ status, body: { code, message } }).message : 'Cashfree could not';
	const row = rowsOf(code);
	expect(row).toContain(String(status));
	// the address that follows is the caller's
	expect(row).toContain(advice.replace(/: [\d.]+$/, ''));
});

it.each(Object.keys(adviceByCode))('says what %s means', (code) => {
	expect(rowsOf(code)).toContain(adviceByCode[code]?.message);
});

const codes = ['invalid_field', 'invalid_credential', 'same_id_in_run', 'belongs_to_another_user'];

it.each([...codes, ...Object.values(ownCodes), ...Object.values(recordingCodes)])(
	'has the node’s own code %s',
	(code) => {
		expect(rowsOf(code)).not.toBe('');
	},
);
