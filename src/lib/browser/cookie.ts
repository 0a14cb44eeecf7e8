const ONE_YEAR = 365 * 24 * 60 * 60;

/** Remembers a choice about the interface for a year, where the server reads it before it renders. */
export function rememberInCookie(name: string, value: string) {
	const secure = window.location.protocol === 'https:' ? '; Secure' : '';
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http, which self-hosting may use.
	document.cookie = `${name}=${encodeURIComponent(value)}; Max-Age=${ONE_YEAR}; Path=/; SameSite=Lax${secure}`;
}
