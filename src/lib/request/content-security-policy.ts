// The style element that sonner inserts when it is imported, before any nonce can be given to it. A test computes the
// hash from the installed version.
export const sonnerStyleHash = 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=';

// an empty style element, which Radix inserts first and then fills through the CSSOM
const emptyStyleHash = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/** The Content-Security-Policy of a page whose scripts carry `nonce`. */
export function contentSecurityPolicy(
	nonce: string,
	{ secure, development }: { secure: boolean; development: boolean },
): string {
	return [
		"default-src 'none'",
		// development: React rebuilds server stacks with eval
		`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
		`style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}' '${sonnerStyleHash}' '${emptyStyleHash}'`}`,
		// positions that React and Radix write into style attributes
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self'",
		`connect-src 'self'${development ? ' ws:' : ''}`,
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
		...(secure ? ['upgrade-insecure-requests'] : []),
	].join('; ');
}
