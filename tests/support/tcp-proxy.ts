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

/**
 * Stands between the app and the Unix socket of a PostgreSQL; with `refusesOptions` it answers as PgBouncer does where it is
 * not told to ignore them.
 */
export async function startTcpProxy(socketFolder: string, { refusesOptions = false } = {}): Promise<TcpProxy> {
	const open = new Set<net.Socket>();
	let passes = true;
	const server = net.createServer((client) => {
		const keep = (socket: net.Socket) => {
			open.add(socket);
			socket.on('error', () => {}).on('close', () => open.delete(socket));
		};
		keep(client);
		if (!passes) return;
		client.once('data', (start) => {
			if (refusesOptions && start.includes('\0options\0')) return client.end(refusal);
			const upstream = net.connect(`${socketFolder}/.s.PGSQL.5432`);
			keep(upstream);
			upstream.write(start);
			client.pipe(upstream).pipe(client);
		});
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

/** An ErrorResponse, as the protocol has it. */
const refusal = (() => {
	const fields = Buffer.from('SFATAL\0VFATAL\0C08P01\0Munsupported startup parameter: options\0\0');
	const head = Buffer.from('E\0\0\0\0');
	head.writeInt32BE(fields.length + 4, 1);
	return Buffer.concat([head, fields]);
})();
