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
 * @param {import('node:http').IncomingMessage} request
 * @param {number} trustedProxies how many proxies in a row append to the headers; 0 trusts none
 */
export function trustForwardedHeaders(request, trustedProxies) {
	const { headers, rawHeaders } = request;
	const sent = {
		for: list(headers['x-forwarded-for']),
		host: list(headers['x-forwarded-host']),
		proto: list(headers['x-forwarded-proto']),
	};
	for (const name of FORWARDED) delete headers[name];
	for (let index = rawHeaders.length - 2; index >= 0; index -= 2) {
		if (FORWARDED.includes(String(rawHeaders[index]).toLowerCase())) rawHeaders.splice(index, 2);
	}
	const client = trustedProxies > 0 ? sent.for.at(-trustedProxies) : undefined;
	set('x-forwarded-for', client ?? request.socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, ''));
	if (trustedProxies === 0) return;
	set('x-forwarded-host', sent.host.at(-1));
	set('x-forwarded-proto', sent.proto.at(-1));

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
