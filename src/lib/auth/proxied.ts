// Shared by the proxy and the session. The proxy loads no other module of the app.

/** Set by the proxy on every request: the path and query as the browser asked for them. */
export const pathHeader = 'x-minicrm-path';

/** How long a session lives after its last use, in seconds. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** The prefix of cookie names. On HTTPS, browsers accept cookies with this prefix only from this very host. */
export const cookiePrefix = (isSecure: boolean) => (isSecure ? '__Host-minicrm' : 'minicrm');

export const sessionCookie = (isSecure: boolean) => `${cookiePrefix(isSecure)}.session_token`;

/** The cookie's former name on HTTPS. Sessions from that time get the new name, so that they stay signed in. */
export const formerSessionCookie = '__Secure-minicrm.session_token';
/** By this time all such sessions have expired, so a cookie of that name is not ours. */
export const formerCookieUntil = Date.UTC(2027, 5, 1);
