import type { NextConfig } from 'next';

const config: NextConfig = {
	output: 'standalone',
	outputFileTracingRoot: import.meta.dirname,
	outputFileTracingExcludes: { '/*': ['.env*', '.data/**'] },
	reactCompiler: true,
	typedRoutes: true,
	// `npm run check` and `npm test` check them; who starts MiniCRM from a release waits a sixth less for its build
	typescript: { ignoreBuildErrors: true },
	agentRules: false,
	poweredByHeader: false,
	// development would print what forms send, passwords included
	logging: { serverFunctions: false },
	experimental: { optimisticRouting: false },
	serverExternalPackages: ['@node-rs/argon2', 'pg'],
	headers: async () => [{ source: '/:path*', headers: baseHeaders() }],
};

/** The headers that every response carries; the Content-Security-Policy, which needs a nonce, is set in src/proxy.ts. */
function baseHeaders() {
	return [
		{ key: 'X-Content-Type-Options', value: 'nosniff' },
		{ key: 'X-Frame-Options', value: 'DENY' },
		{ key: 'Referrer-Policy', value: 'same-origin' },
		{ key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
		{ key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
		{ key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
	];
}

export default config;
