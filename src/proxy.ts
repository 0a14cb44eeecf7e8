import { type NextRequest, NextResponse } from 'next/server';
import { formerCookieUntil, formerSessionCookie, pathHeader, sessionCookie, sessionSeconds } from '@/lib/auth/proxied';
import { contentSecurityPolicy } from '@/lib/request/content-security-policy';
import { mayWrite } from '@/lib/request/origin';

const publicPaths =
	/^\/(login|register|forgot-password|reset-password|api)(\/|$)|^\/(icon\.svg|favicon\.ico|manifest\.webmanifest)$/;

/**
 * Runs before every page and route: blocks writes from other sites, redirects visitors without a cookie to the sign-in, and
 * sets the Content-Security-Policy. It only checks that there is a cookie; each page, route and action checks the session.
 */
export function proxy(request: NextRequest) {
	const nonce = btoa(crypto.randomUUID());
	const secure = process.env.APP_URL?.startsWith('https:') ?? false;
	const policy = contentSecurityPolicy(nonce, { secure, development: process.env.NODE_ENV === 'development' });

	const response = answer(request, { nonce, policy, secure });
	response.headers.set('Content-Security-Policy', policy);
	if (secure) response.headers.set('Strict-Transport-Security', 'max-age=31536000');
	return response;
}

type Answering = { nonce: string; policy: string; secure: boolean };

function answer(request: NextRequest, { nonce, policy, secure }: Answering): NextResponse {
	if (!mayWrite(request)) {
		return new NextResponse(
			'This request came from another site and was refused. Open MiniCRM at its own address and try again.\n',
			{
				status: 403,
				headers: { 'Content-Type': 'text/plain; charset=utf-8' },
			},
		);
	}
	const { pathname } = request.nextUrl;
	const query = new URLSearchParams(request.nextUrl.search);
	query.delete('_rsc');
	const asked = query.size > 0 ? `${pathname}?${query}` : pathname;
	const name = sessionCookie(secure);
	const present = request.cookies.get(name);
	const former = !present && secure && Date.now() < formerCookieUntil && request.cookies.get(formerSessionCookie);
	const cookie = present ?? former;
	if (!cookie && !publicPaths.test(pathname) && request.method === 'GET' && pathname !== '/') {
		const login = new URL('/login', request.url);
		login.searchParams.set('next', asked);
		return NextResponse.redirect(login);
	}

	const headers = new Headers(request.headers);
	if (former) headers.set('cookie', (headers.get('cookie') ?? '').replace(`${formerSessionCookie}=`, `${name}=`));
	headers.set('x-nonce', nonce);
	headers.set(pathHeader, asked);
	headers.set('Content-Security-Policy', policy);
	const page = pageOf(request);
	const response = page
		? NextResponse.rewrite(page, { request: { headers } })
		: NextResponse.next({ request: { headers } });
	// Using a session extends it in the database, so the cookie must be extended too. Only on a page load, not on every fetch.
	if (cookie && isPageLoad(request)) {
		const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
		response.cookies.set(name, cookie.value, { ...attributes, maxAge: sessionSeconds });
		if (former) response.cookies.set(formerSessionCookie, '', { ...attributes, maxAge: 0 });
	}
	return response;
}

/** The address that answers instead of the one that was asked for, if it is another. */
function pageOf({ nextUrl, url }: NextRequest): URL | undefined {
	if (!isReadable(nextUrl.pathname)) return new URL('/not-found', url);
	if (nextUrl.pathname !== '/deals' || nextUrl.searchParams.get('view') !== 'list') return undefined;
	return new URL(`/deals/list${nextUrl.search}`, url);
}

/** Whether a browser loads a page. On plain HTTP in a network, browsers send no header that says so. */
function isPageLoad(request: NextRequest): boolean {
	const destination = request.headers.get('sec-fetch-dest');
	if (destination) return destination === 'document';
	return !request.headers.has('rsc') && (request.headers.get('accept') ?? '').includes('text/html');
}

/** False for an address with escapes that are not UTF-8, which make Next.js fail. */
function isReadable(pathname: string): boolean {
	try {
		decodeURIComponent(pathname);
		return true;
	} catch {
		return false;
	}
}

// Files of the build are public and immutable, and have the headers of next.config.ts. Uploads are left out as well, because
// the proxy truncates bodies at 10 MB; the upload route checks the origin itself.
export const config = { matcher: '/((?!_next/static/|api/import/upload$).*)' };
