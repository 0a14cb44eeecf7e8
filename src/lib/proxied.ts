// What the proxy and the session share. The proxy loads nothing else of the app.

/** Set by the proxy on every request: the path and query as the browser asked for them. */
export const pathHeader = 'x-minicrm-path';

/** How long a session lives after its last use, in seconds. */
export const sessionSeconds = 30 * 24 * 60 * 60;
