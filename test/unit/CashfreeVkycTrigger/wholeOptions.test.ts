import type { INodeParameters } from 'n8n-workflow';
import { activateTrigger } from '../../support/webhook';
import { linkGenerated, receive, trigger } from './receive';

const whole = (expression: string): INodeParameters => ({ options: `={{ ${expression} }}` });
const event = () => linkGenerated({}, { agent_remarks: 'Q. T.' });

describe("one expression for all of the 'Options'", () => {
	it.each(['true', "'true'", 'undefined'])('masks with %s', async (value) => {
		const parameters = whole(`({ maskPersonalData: ${value} })`);
		await activateTrigger({ ...trigger, parameters });
		const { items } = await receive(event(), { parameters });
		expect(JSON.stringify(items)).toContain('"agent_remarks":"***"');
	});

	it('may switch a protection off, and add none', async () => {
		for (const value of ['({ maskPersonalData: false })', '({})']) {
			const { items } = await receive(event(), { parameters: whole(value) });
			expect(JSON.stringify(items)).toContain('"agent_remarks":"Q. T."');
		}
	});

	it.each([
		...['undefined', 'null', "''", '[]', 'gone()'],
		...[
			"'masked'",
			'true',
			'5',
			'[{ maskPersonalData: true }]',
			'({ output: 1 })',
			'oops(',
			'$("Gone").item.json',
		],
	])('is refused where it results in no object: %s', async (value) => {
		const parameters = whole(value);
		const published = activateTrigger({ ...trigger, parameters });
		await expect(published).rejects.toThrow("'Options'");
		const { response, items, logs } = await receive(event(), { parameters });
		expect([response.status, items]).toEqual([503, undefined]);
		expect(logs.join('\n')).toContain("'Options'");
	});
});
