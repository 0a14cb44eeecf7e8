import os from 'node:os';

/** True for the addresses by which a machine reaches itself alone. */
export function isLoopback(host: string): boolean {
	const bare = host.replace(/^\[(.*)\]$/, '$1');
	return bare === 'localhost' || bare === '::1' || /^127\.\d+\.\d+\.\d+$/.test(bare);
}

/** True for the addresses that stand for every address of the machine. */
export function isAnyAddress(host: string): boolean {
	return host === '0.0.0.0' || host === '::';
}

/** The origin of a server at this host (brackets are added to an IPv6 address) and port. */
export function originOf(host: string, port: number): string {
	return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;
}

/** The addresses by which other machines reach this one when it listens on `host`, '0.0.0.0' (IPv4 alone) or '::'. */
export function networkAddresses(host: string): string[] {
	return (
		Object.values(os.networkInterfaces())
			.flatMap((addresses) => addresses ?? [])
			// Those with a scope work only together with the name of an interface, which differs on each machine.
			.filter(({ internal, scopeid, family }) => !internal && !scopeid && (host === '::' || family === 'IPv4'))
			.map(({ address }) => address)
	);
}

/** Every origin under which a browser may see an app that listens on this host and port; APP_URL's comes first. */
export function appOrigins({ appUrl, host, port }: { appUrl: string; host: string; port: number }): string[] {
	const hosts: string[] = [];
	if (isLoopback(host) || isAnyAddress(host)) hosts.push('localhost', '127.0.0.1', '::1');
	if (isAnyAddress(host)) hosts.push(...networkAddresses(host), os.hostname().toLowerCase());
	if (!isAnyAddress(host)) hosts.push(host);
	return [...new Set([appUrl, ...hosts.map((name) => originOf(name, port))])];
}
