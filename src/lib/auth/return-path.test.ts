import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnPath } from './return-path';

test.each(['/companies', '/contacts?q=nguy%E1%BB%85n#x', '/companies/01a20652/edit', '/companies//x'])(
	'%s is gone back to',
	(path) => {
		expect(returnPath(path)).toBe(path);
	},
);

test.each([
	undefined,
	['/companies'],
	'',
	'companies',
	'https://example.org',
	'//example.org',
	'/\\example.org',
	'\\\\example.org',
	'/\t/example.org',
	'/.//example.org',
	'/..//example.org',
	'javascript:alert(1)',
	'/login',
	'/login?next=/login',
	'/register',
	'/api/auth/sign-out',
	`/${'x'.repeat(9000)}`,
])('%j leads home', (asked) => {
	expect(returnPath(asked)).toBe('/dashboard');
});

test('whatever is asked, a browser stays on this site', () => {
	const piece = fc.constantFrom(
		'/',
		'\\',
		'.',
		'..',
		':',
		'@',
		'\t',
		'\n',
		' ',
		'%2f',
		'example.org',
		'http:',
		'?',
		'#',
		'a',
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const path = returnPath(pieces.join(''));
			expect(new URL(path, 'https://crm.example.com').origin).toBe('https://crm.example.com');
			expect(path.startsWith('//')).toBe(false);
		}),
		{ numRuns: 2000 },
	);
});
