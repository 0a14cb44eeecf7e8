import { NextRequest } from 'next/server';
import { afterEach, expect, test, vi } from 'vitest';
import { proxy } from './proxy';

afterEach(() => vi.unstubAllEnvs());

function load(cookie: string, appUrl = 'https://crm.example.com') {
	vi.stubEnv('APP_URL', appUrl);
	const headers = { cookie, accept: 'text/html', 'sec-fetch-dest': 'document' };
	const response = proxy(new NextRequest(`${appUrl}/companies`, { headers }));
	return {
		status: response.status,
		// what the page is given
		cookie: response.headers.get('x-middleware-request-cookie'),
		set: response.headers.getSetCookie(),
	};
}

test('on HTTPS the cookie of a session is prolonged with the prefix that holds it to this host', () => {
	const { status, set } = load('__Host-minicrm.session_token=a.b');
	expect(status).toBe(200);
	expect(set).toHaveLength(1);
	expect(set[0]).toMatch(/^__Host-minicrm\.session_token=a\.b; Path=\/;/);
	for (const attribute of ['Secure', 'HttpOnly', 'SameSite=lax']) expect(set[0]).toContain(attribute);
	expect(set[0]).not.toContain('Domain');
});

test('a session from before that prefix goes on, under the new name', () => {
	const { status, cookie, set } = load('theme=dark; __Secure-minicrm.session_token=a.b%3D');
	expect(status).toBe(200);
	expect(cookie).toBe('theme=dark; __Host-minicrm.session_token=a.b%3D');
	expect(set[0]).toMatch(/^__Host-minicrm\.session_token=a\.b%3D;/);
	expect(set[1]).toMatch(/^__Secure-minicrm\.session_token=; .*Max-Age=0/);
});

test('once those sessions have ended, the former name says nothing', () => {
	vi.useFakeTimers({ now: Date.UTC(2027, 6, 1) });
	expect(load('__Secure-minicrm.session_token=a.b').status).toBe(307);
	vi.useRealTimers();
});

test('a cookie of the former name does not replace one of the new', () => {
	const { cookie } = load('__Secure-minicrm.session_token=x.y; __Host-minicrm.session_token=a.b');
	expect(cookie).toContain('__Host-minicrm.session_token=a.b');
	expect(cookie).not.toContain('__Host-minicrm.session_token=x.y');
});

test('without HTTPS the name has no prefix', () => {
	expect(load('minicrm.session_token=a.b', 'http://localhost:3000').status).toBe(200);
	expect(load('__Host-minicrm.session_token=a.b', 'http://localhost:3000').status).toBe(307);
});
