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

/** SHA-256 of a text, in hexadecimal: the checksum that Prisma keeps of a migration. */
export const checksumOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** True when a checksum in `_prisma_migrations` belongs to this migration. Git may have changed its line endings. */
export function hasChecksum(migration: Migration, checksum: string): boolean {
	const unix = migration.script.replaceAll('\r\n', '\n');
	return [migration.script, unix, unix.replaceAll('\n', '\r\n')].some((script) => checksumOf(script) === checksum);
}
