/**
 * Where to go after the login: the path of this site that was asked for, or the dashboard. Anything that a browser could
 * read as another site, or that leads back to the login, is dropped.
 */
export function returnPath(asked: unknown): string {
	const home = '/dashboard';
	if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > 8000) return home;
	const base = 'http://here.invalid';
	const url = URL.parse(asked, base);
	if (!url || url.origin !== base || /^\/(login|register|forgot-password|reset-password|api)(\/|$)/.test(url.pathname))
		return home;
	// "/.//other.example" parses to a path that begins with two slashes
	return url.pathname.startsWith('//') ? home : url.pathname + url.search + url.hash;
}
