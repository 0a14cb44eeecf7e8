import { spawn } from 'node:child_process';
import { type PostgresOptions, type PostgresServer, startPostgres } from '../../scripts/launcher/postgres.ts';

/** Reads from who started it until that has ended, however; then ends the server and removes what it wrote. */
const watch = `
	while read -r line; do :; done
	kill -QUIT "$1" 2>/dev/null
	while kill -0 "$1" 2>/dev/null; do sleep 0.1; done
	rm -rf "$2" "$3"`;

/** Starts a PostgreSQL for tests. Unlike that of the app it ends with its parent even when that is killed, and its folder goes with it. */
export async function startWatchedPostgres(options: Omit<PostgresOptions, 'say'>): Promise<PostgresServer> {
	return watched(await startPostgres({ ...options, say: () => {} }), options.dataFolder);
}

/** Has a server that was started for tests end with them, and its folder with it. */
export function watched(server: PostgresServer, dataFolder: string): PostgresServer {
	const sockets = new URL(server.url('postgres')).searchParams.get('host') ?? '';
	// a shell takes next to no memory; in a group of its own no signal for the tests ends it first
	const watcher = spawn('sh', ['-c', watch, 'sh', String(server.pid), dataFolder, sockets], {
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	watcher.unref();
	return { ...server, stop: () => server.stop().finally(() => watcher.kill('SIGKILL')) };
}
