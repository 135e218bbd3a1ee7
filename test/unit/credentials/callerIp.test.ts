import { callerIp } from '../../../credentials/callerIp';

it.each([
	[
		'106.51.91.104',
		'IP not whitelisted your current ip is 106.51.91.104.For IP whitelisting assistance, visit our guide at https://www.cashfree.com/docs/secure-id/get-started/integration/ip-whitelisting-verification',
	],
	['10.0.0.7', 'your current ip is 10.0.0.7'],
	['10.0.0.7', 'Your Current IP is 10.0.0.7, which is not whitelisted'],
	['2401:4900:1f28::1a', 'your current ip is 2401:4900:1f28::1a.For IP whitelisting assistance'],
	['::ffff:10.0.0.7', 'your current ip is ::ffff:10.0.0.7.For IP whitelisting assistance'],
])('finds %s in Cashfree’s words', (ip, message) => {
	expect(callerIp(message)).toBe(ip);
});

it('finds no address where Cashfree names none', () => {
	for (const message of ['', 'IP not whitelisted', 'your current ip is unknown.']) {
		expect(callerIp(message)).toBeUndefined();
	}
});

it.each([
	'9988776655: no',
	'9988:7766:55',
	'998.877.665.5',
	'99887.76.65.5',
	'17.11.1988',
	'1.2.3',
	'::99887',
	'a10.0.0.7',
	'1.2.3.256',
	'1:2:3:4:5:6:7:8::',
])('takes no other number for an address: %s', (number) => {
	expect(callerIp(`your current ip is ${number}`)).toBeUndefined();
});

it.each(['2401:4900:1f28:0:0:0:0:1a', '1:2:3:4:5:6:7::', '::', '255.255.255.255'])(
	'finds %s, an address of an unusual form',
	(ip) => {
		expect(callerIp(`Current IP is ${ip}, not whitelisted`)).toBe(ip);
	},
);
