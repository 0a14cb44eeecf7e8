/**
 * The page to open after signing in: the requested path of this site, or Today. A path that a browser could read as
 * another site, or that leads back to the sign-in, is ignored.
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
