import { readLink } from '../../../../nodes/CashfreeVkyc/recording/link';

const opens = (link: string, environment: string) =>
	typeof readLink(link, environment) === 'object';

it.each(['sandbox', 'production', 'custom'])('opens https elsewhere in %s', (environment) => {
	const link = 'https://vkyc.s3.ap-south-1.amazonaws.com/a.mp4?X-Amz-Signature=invented';
	expect(readLink(` ${link}\n`, environment)).toEqual({ link });
	expect(opens(link.replace('https', 'http'), environment)).toBe(false);
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
