import { httpsLink } from '../../../../nodes/CashfreeVkyc/validation/link';
import { fieldErrorFor, refused } from './itemFields';

const fieldError = fieldErrorFor('Field');

describe('a link', () => {
	it.each([
		'https://files.example.com/photo.jpg',
		'https://files.example.com:8443/a/b?sig=5f1c&x=%20#top',
		'HTTPS://files.example.com',
		'https://[2001:db8::1]:8443/a?b',
		'https://files.example.com/a.jpg?versionId=null&sig=NaN',
		`https://files.example.com/${'a'.repeat(2022)}`,
	])('may be %s, and is sent as it is', (link) => {
		expect(httpsLink(` ${link} `, fieldError)).toBe(link);
	});

	it('is encoded where it contains letters that no address has', () => {
		expect(httpsLink('https://files.example/आशा.jpg', fieldError)).toBe(
			'https://files.example/%E0%A4%86%E0%A4%B6%E0%A4%BE.jpg',
		);
	});

	it.each([
		'http://files.example.com/photo.jpg',
		'ftp://files.example.com/photo.jpg',
		'files.example.com/photo.jpg',
		'//files.example.com/photo.jpg',
		'https:files.example.com',
		'https://',
		'https:///',
		'https://files.example.com/my photo.jpg',
		'https://files.example.com/a\nb',
		'<https://files.example.com/photo.jpg>',
		'data:image/png;base64,AAAA',
		'photo.jpg',
	])('may not be %s', (link) => {
		expect(refused(() => httpsLink(link, fieldError))).toEqual({
			field: 'Field',
			what: 'is not a link that starts with https://',
			rule: 'Give a whole address, e.g. https://files.example.com/photo.jpg.',
		});
	});

	it.each([
		[`https://files.example.com/${'a'.repeat(2023)}`, 'is 2049 characters long'],
		[`https://${'a'.repeat(80_000)}\u0000`, 'is 80009 characters long'],
		['https://files.example.com/a\u0000.jpg', 'contains a null character (U+0000)'],
		['https://files.example.com/a\ud83d.jpg', 'contains half a character (U+D83D)'],
		['https://files.example.com/#a#b', 'contains the character "#"'],
		['https://files.example.com/50%.jpg', 'contains the character "%"'],
		['https://files.example.com/[1].jpg', 'contains the character "["'],
		['', 'is empty'],
	])('may not be %#', (link, what) => {
		expect(refused(() => httpsLink(link, fieldError)).what).toBe(what);
	});

	it.each(['undefined', 'photos/undefined.jpg', 'null', '[object Object]'])(
		'may not lead to %s, which an expression left',
		(path) => {
			const refusal = refused(() => httpsLink(`https://files.example.com/${path}?a=1`, fieldError));
			expect(refusal.what).toMatch(/^contains '.+', which an expression leaves/);
		},
	);
});
