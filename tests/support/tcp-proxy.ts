import net from 'node:net';

/** A way to a server that can lose what is sent over it without a word, as a failover or a forgotten NAT entry does. */
export interface TcpProxy {
	port: number;
	/** From now on nothing passes over the connections that there are; new ones find no answer either. */
	swallow(): void;
	/** New connections pass again; those that were lost stay lost. */
	pass(): void;
	stop(): Promise<void>;
}

/** Stands between the app and the Unix socket of a PostgreSQL. */
export async function startTcpProxy(socketFolder: string): Promise<TcpProxy> {
	const open = new Set<net.Socket>();
	let passes = true;
	const server = net.createServer((client) => {
		const keep = (socket: net.Socket) => {
			open.add(socket);
			socket.on('error', () => {}).on('close', () => open.delete(socket));
		};
		keep(client);
		if (!passes) return;
		const upstream = net.connect(`${socketFolder}/.s.PGSQL.5432`);
		keep(upstream);
		client.pipe(upstream).pipe(client);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as net.AddressInfo).port,
		swallow: () => {
			passes = false;
			// taken from the wire, and dropped
			for (const socket of open) socket.unpipe().on('data', () => {});
		},
		pass: () => {
			passes = true;
		},
		stop: async () => {
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
