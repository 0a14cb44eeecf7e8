import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import { ensureDatabase } from '../../scripts/launcher/postgres.ts';
import { quickFolder } from '../../scripts/testing/quick-folder.ts';
import { TEMPLATE_DATABASE } from './database.ts';
import { startWatchedPostgres } from './watched-postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The URL of the test server's maintenance database. */
		postgresUrl: string;
	}
}

/** The server of this run, shared by all projects that need one, and how many of them still do. */
const run = globalThis as { minicrmServer?: { users: number; started: ReturnType<typeof startServer> } };

/** Gives a project the one server of all database tests, which is stopped and removed when the last is done, however that comes. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	run.minicrmServer ??= { users: 0, started: startServer() };
	const shared = run.minicrmServer;
	shared.users++;
	const { url, stop } = await shared.started;
	project.provide('postgresUrl', url);
	return async () => {
		if (--shared.users === 0) await stop();
	};
}

/** Starts an embedded server with a migrated template. */
async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
	const dataFolder = fs.mkdtempSync(path.join(quickFolder(), 'minicrm-test-'));
	const server = await startWatchedPostgres({ dataFolder, password: 'test', durable: false });
	const stop = async () => {
		await server.stop();
		fs.rmSync(dataFolder, { recursive: true });
	};
	try {
		await ensureDatabase(server, TEMPLATE_DATABASE);
		await applyMigrations(server.url(TEMPLATE_DATABASE));
	} catch (error) {
		await stop();
		throw error;
	}
	return { url: server.url('postgres'), stop };
}
