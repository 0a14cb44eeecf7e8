import fs from 'node:fs';
import path from 'node:path';
import { ensureDatabase } from '../../scripts/launcher/postgres.ts';
import { startWatchedPostgres } from './watched-postgres.ts';

/** A PostgreSQL beside the app, as an operator runs one; it can be stopped and started under one address. */
export interface OwnServer {
	/** Makes a database where it is missing, and returns its address. */
	database(name: string): Promise<string>;
	start(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts a PostgreSQL of one's own in a folder. */
export async function startOwnServer(folder: string): Promise<OwnServer> {
	const dataFolder = path.join(folder, 'pg-data');
	const sockets = path.join(folder, 'sockets');
	fs.mkdirSync(dataFolder);
	let server = await startWatchedPostgres({ dataFolder, password: 'test' });
	const link = () => {
		fs.rmSync(sockets, { force: true });
		fs.symlinkSync(new URL(server.url('postgres')).searchParams.get('host') ?? '', sockets);
	};
	link();
	return {
		database: async (name) => {
			await ensureDatabase(server, name);
			const url = new URL(server.url(name));
			url.searchParams.set('host', sockets);
			return url.href;
		},
		start: async () => {
			server = await startWatchedPostgres({ dataFolder, password: 'test' });
			link();
		},
		stop: () => server.stop(),
	};
}
