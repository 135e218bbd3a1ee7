import type { INodeProperties } from 'n8n-workflow';
import { labelOf } from '../../../../nodes/CashfreeVkyc/validation/labels';

const field = (displayName: string, name: string, more = {}): INodeProperties => ({
	...{ displayName, name, type: 'string', default: '' },
	...more,
});
const properties = [
	field('Phone Number', 'phone'),
	field('Channel', 'channel', { options: [{ name: 'sms', value: 'sms' }] }),
	field('Options', 'options', { options: [field('Timeout (Seconds)', 'timeout')] }),
	field('Questions', 'questions', {
		options: [{ name: 'question', displayName: 'Question', values: [field('Answer', 'answer')] }],
	}),
];

it.each([
	['phone', 'Phone Number'],
	['channel', 'Channel'],
	['channel.0', 'Channel 1'],
	['options', 'Options'],
	['options.timeout', 'Timeout (Seconds)'],
	['options.unknown', 'Options'],
	['questions.question', 'Question'],
	['questions.question.0.answer', 'Answer 1'],
	['questions.question.11.answer', 'Answer 12'],
	['unknown', 'unknown'],
])('%s is %s on the screen', (path, label) => {
	expect(labelOf(properties, path.split('.'))).toBe(label);
});
