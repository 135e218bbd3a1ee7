import { readTimestamp } from '../../../nodes/CashfreeVkycTrigger/signature';

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
