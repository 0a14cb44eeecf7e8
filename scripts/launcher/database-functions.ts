import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { checksumOf } from './migration-files.ts';

/** One file of prisma/functions: a function and its triggers, named like the function. */
export interface DatabaseFunction {
	name: string;
	script: string;
}

/** The functions of a folder, each after those that it calls; otherwise in alphabetical order. */
export function readFunctions(folder: string): DatabaseFunction[] {
	if (!fs.existsSync(folder)) return [];
	const functions = fs
		.readdirSync(folder)
		.filter((file) => file.endsWith('.sql'))
		.sort()
		.map((file) => ({
			name: path.basename(file, '.sql'),
			// Git may have changed its line endings, and a function keeps them
			script: fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n'),
		}));
	const sorted = new Set<DatabaseFunction>();
	const visited = new Set<DatabaseFunction>();
	const visit = (each: DatabaseFunction) => {
		if (visited.has(each)) return;
		visited.add(each);
		for (const other of functions) if (calls(each, other.name)) visit(other);
		sorted.add(each);
	};
	functions.forEach(visit);
	return [...sorted];
}

/** Whether a function’s file calls another function. Names in it are always qualified. */
export const calls = ({ script }: DatabaseFunction, name: string) => script.includes(`public.${name}(`);

/** What of a database’s functions is not as the files have it. */
export interface FunctionChanges {
	/** Those whose text differs from the one that was last applied. */
	changed: DatabaseFunction[];
	/** Those that came from a file that is gone, with their arguments. */
	removed: string[];
}

/**
 * Compares the functions of a database with the files. After a migration all of them count as changed: the migration may have
 * replaced some with an older text.
 */
export async function findFunctionChanges(
	client: pg.Client,
	functions: DatabaseFunction[],
	lastMigration: string,
): Promise<FunctionChanges> {
	const { rows } = await client.query<{ name: string; signature: string; mark: string }>(`
		SELECT proname AS name, obj_description(oid, 'pg_proc') AS mark,
			format('public.%I(%s)', proname, pg_get_function_identity_arguments(oid)) AS signature
		FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND obj_description(oid, 'pg_proc') LIKE 'prisma/functions/%'`);
	const marks = new Map(rows.map(({ name, mark }) => [name, mark]));
	const names = new Set(functions.map(({ name }) => name));
	return {
		changed: functions.filter((each) => marks.get(each.name) !== markOf(each, lastMigration)),
		removed: rows.filter(({ name }) => !names.has(name)).map(({ signature }) => signature),
	};
}

/** Applies changes in the caller’s transaction. The mark of each function is kept as its comment in the database. */
export async function applyFunctions(
	client: pg.Client,
	{ changed, removed }: FunctionChanges,
	lastMigration: string,
): Promise<void> {
	await client.query('SET LOCAL search_path = public; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0');
	for (const each of changed) {
		const comment = `${client.escapeIdentifier(each.name)} IS ${client.escapeLiteral(markOf(each, lastMigration))}`;
		await client.query(`${each.script}\n;COMMENT ON FUNCTION public.${comment}`).catch((error: Error) => {
			throw new Error(`${each.name}: ${error.message}`, { cause: error });
		});
	}
	// a trigger that its file creates was written by this transaction
	const { rows: stale } = await client.query<{ drop: string }>(
		`SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) AS drop FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid
		 WHERE NOT tgisinternal AND p.pronamespace = 'public'::regnamespace AND p.proname = ANY ($1)
			AND pg_trigger.xmin <> pg_current_xact_id()::xid`,
		[changed.map(({ name }) => name)],
	);
	for (const { drop } of stale) await client.query(drop);
	for (const signature of removed) await client.query(`DROP FUNCTION ${signature}`);
}

const markOf = ({ name, script }: DatabaseFunction, lastMigration: string) =>
	`prisma/functions/${name}.sql ${checksumOf(`${lastMigration}\n${script}`)}`;
