import { readLink } from '../../../../nodes/CashfreeVkyc/recording/link';

const opens = (link: string, environment: string) =>
	typeof readLink(link, environment) === 'object';

it.each(['sandbox', 'production', 'custom'])('opens https elsewhere in %s', (environment) => {
	const link = 'https://vkyc.s3.ap-south-1.amazonaws.com/a.mp4?X-Amz-Signature=invented';
	expect(readLink(` ${link}\n`, environment)).toEqual({ link });
	expect(opens(link.replace('https', 'http'), environment)).toBe(false);
});

it.each([
	...['https://localhost./a', 'https://x.localhost/a', 'https://0.0.0.0/a', 'https://[::]/a'],
	...['https://[::ffff:127.0.0.1]/a', 'https://169.254.169.254/a', 'https://10.0.0.5/a'],
	...['https://metadata.google.internal/a', 'https://[fd00:ec2::254]/a', 'https://intranet/a'],
])('opens no private name: %s', (link) => {
	expect(readLink(link, 'production')).toBe('bad');
	expect(readLink(link, 'sandbox')).toBe('bad');
});

it.each([
	'http://127.0.0.1:8787/a.mp4',
	'https://localhost/a.mp4',
	'http://[::1]/a.mp4',
	'http://127.1/a.mp4',
	'http://0x7f000001/a.mp4',
])('opens %s with a Custom environment only', (link) => {
	const environments = ['custom', 'sandbox', 'production'];
	expect(environments.map((name) => opens(link, name))).toEqual([true, false, false]);
});
