/** Methods that change nothing. */
const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request is allowed. Reads always are. A write must come from an origin of this installation or, if the browser
 * sends no origin, have a `Sec-Fetch-Site` of the same origin.
 */
export function mayWrite(request: Request): boolean {
	if (reads.has(request.method)) return true;
	const origin = request.headers.get('origin');
	if (origin && origin !== 'null') return ownOrigins().has(origin);
	return request.headers.get('sec-fetch-site') === 'same-origin';
}

function ownOrigins(): Set<string> {
	const own = new URL(process.env.APP_URL ?? 'http://localhost:3000').origin;
	return new Set([own, ...(process.env.APP_ORIGINS ?? '').split(',').filter(Boolean)]);
}
