import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { readTimestamp, webhookSecrets } from '../../../nodes/CashfreeVkycTrigger/signature';

describe('webhookSecrets', () => {
	it('gives the current secret and then the earlier ones, however they are separated', () => {
		const earlierClientSecrets = ' one,two\nthree;still-three \t four,, ';
		expect(webhookSecrets({ clientSecret: ' now ', earlierClientSecrets })).toEqual([
			'now',
			'one',
			'two',
			'three;still-three',
			'four',
		]);
	});

	it.each<ICredentialDataDecryptedObject>([
		{},
		{ clientSecret: '  ', earlierClientSecrets: ' ,\n' },
		{ clientSecret: false, earlierClientSecrets: 0 },
		{ clientSecret: { a: 1 }, earlierClientSecrets: ['a'] } as never,
	])('gives none for %j', (credentials) => {
		expect(webhookSecrets(credentials)).toEqual([]);
	});
});

describe('readTimestamp', () => {
	it.each([
		['1746427759', 1746427759000],
		['1746427759733', 1746427759733],
	])('reads %s', (timestamp, milliseconds) => {
		expect(readTimestamp(timestamp)).toBe(milliseconds);
	});

	it.each([
		undefined,
		null,
		'',
		'174642775',
		'17464277597',
		'174642775973',
		'17464277597330',
		'1746427759.733',
		'-1746427759',
		'1746427759 ',
		' 1746427759',
		'1746427759\n',
		'0x68187AEF1',
		'١٧٤٦٤٢٧٧٥٩',
		'1746427759733, 1746427759733',
		1746427759,
		['1746427759733'],
	])('takes %j for no time', (timestamp) => {
		expect(readTimestamp(timestamp)).toBeUndefined();
	});
});
