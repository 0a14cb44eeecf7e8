const FORWARDED = [
	'forwarded',
	'x-forwarded-for',
	'x-forwarded-host',
	'x-forwarded-port',
	'x-forwarded-proto',
	'x-forwarded-server',
	'x-client-ip',
	'x-real-ip',
];

/**
 * Leaves of the forwarding headers only what a trusted proxy wrote, as any client can send them; x-forwarded-for becomes
 * the one address of the client, which rate limits and session lists rely on.
 *
 * Next.js compares a write's Origin with the host, and forwards some actions to itself without the one that it was
 * asked under: for an origin of ours the host is the origin's, whatever a proxy made of it. src/proxy.ts refuses others.
 * @param {import('node:http').IncomingMessage} request
 * @param {number} trustedProxies how many proxies in a row append to the headers; 0 trusts none
 * @param {string[]} [origins] this installation's own
 */
export function trustForwardedHeaders(request, trustedProxies, origins = []) {
	const { headers, rawHeaders } = request;
	const sent = {
		for: list(headers['x-forwarded-for']),
		host: list(headers['x-forwarded-host']),
		proto: list(headers['x-forwarded-proto']),
	};
	remove(...FORWARDED);
	const client = trustedProxies > 0 ? sent.for.at(-trustedProxies) : undefined;
	set('x-forwarded-for', client ?? request.socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, ''));
	// what a browser sends where it hides the origin says no more than none, but Next.js fails on it
	if (headers.origin === 'null') remove('origin');
	const origin = headers.origin && origins.includes(headers.origin) ? new URL(headers.origin) : undefined;
	set('x-forwarded-host', origin?.host ?? (trustedProxies > 0 ? sent.host.at(-1) : undefined));
	if (trustedProxies > 0) set('x-forwarded-proto', sent.proto.at(-1));

	/** @param {string[]} names */
	function remove(...names) {
		for (const name of names) delete headers[name];
		for (let index = rawHeaders.length - 2; index >= 0; index -= 2) {
			if (names.includes(String(rawHeaders[index]).toLowerCase())) rawHeaders.splice(index, 2);
		}
	}

	/** @param {string} name @param {string | undefined} value */
	function set(name, value) {
		if (!value) return;
		headers[name] = value;
		rawHeaders.push(name, value);
	}
}

/** @param {string | string[] | undefined} header */
function list(header) {
	return String(header ?? '')
		.split(',')
		.map((entry) => entry.trim())
		.filter(Boolean);
}
