import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** One folder of prisma/migrations. */
export interface Migration {
	name: string;
	script: string;
}

/** The migrations of a folder, in the order in which they are applied. */
export function readMigrations(folder: string): Migration[] {
	return fs
		.readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && fs.existsSync(path.join(folder, entry.name, 'migration.sql')))
		.map((entry) => entry.name)
		.sort()
		.map((name) => ({ name, script: fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') }));
}

/** True when a checksum in `_prisma_migrations` is that of this migration; git may have changed the ends of its lines. */
export function hasChecksum(migration: Migration, checksum: string): boolean {
	const unix = migration.script.replaceAll('\r\n', '\n');
	return [migration.script, unix, unix.replaceAll('\n', '\r\n')].some(
		(script) => createHash('sha256').update(script).digest('hex') === checksum,
	);
}
