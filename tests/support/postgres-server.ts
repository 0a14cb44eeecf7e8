import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import { ensureDatabase } from '../../scripts/launcher/postgres.ts';
import { TEMPLATE_DATABASE } from './database.ts';
import { startWatchedPostgres } from './watched-postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The URL of the test server's maintenance database. */
		postgresUrl: string;
	}
}

/** Starts one embedded server for all database tests, with a migrated template; stops and removes it at the end, however that comes. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-test-'));
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
	project.provide('postgresUrl', server.url('postgres'));
	return stop;
}
