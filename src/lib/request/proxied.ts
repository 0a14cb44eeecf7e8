// What the proxy and the session share. The proxy loads nothing else of the app.

/** Set by the proxy on every request: the path and query as the browser asked for them. */
export const pathHeader = 'x-minicrm-path';

/** How long a session lives after its last use, in seconds. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** What the names of cookies begin with. On HTTPS a browser takes those with this prefix from this very host only. */
export const cookiePrefix = (isSecure: boolean) => (isSecure ? '__Host-minicrm' : 'minicrm');

export const sessionCookie = (isSecure: boolean) => `${cookiePrefix(isSecure)}.session_token`;

/** What the cookie was called on HTTPS before; a session of that time gets the new name, so that nobody is signed out. */
export const formerSessionCookie = '__Secure-minicrm.session_token';
/** From then on every such session has ended, and a cookie of that name comes from elsewhere. */
export const formerCookieUntil = Date.UTC(2027, 5, 1);
