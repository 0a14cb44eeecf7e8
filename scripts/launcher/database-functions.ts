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

/**
 * The functions whose text differs from the one that was last applied. After a migration all of them count as different:
 * the migration may have replaced some with an older text.
 */
export async function findChangedFunctions(
	client: pg.Client,
	functions: DatabaseFunction[],
	lastMigration: string,
): Promise<DatabaseFunction[]> {
	const { rows } = await client.query<{ name: string; mark: string }>(
		`
		SELECT proname AS name, obj_description(oid, 'pg_proc') AS mark FROM pg_proc
		WHERE pronamespace = 'public'::regnamespace AND proname = ANY ($1)`,
		[functions.map(({ name }) => name)],
	);
	const marks = new Map(rows.map(({ name, mark }) => [name, mark]));
	return functions.filter((each) => marks.get(each.name) !== markOf(each, lastMigration));
}

/** Applies functions in the caller’s transaction. The mark of each is kept as its comment in the database. */
export async function applyFunctions(
	client: pg.Client,
	functions: DatabaseFunction[],
	lastMigration: string,
): Promise<void> {
	await client.query('SET LOCAL search_path = public; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0');
	for (const each of functions) {
		const comment = `${client.escapeIdentifier(each.name)} IS ${client.escapeLiteral(markOf(each, lastMigration))}`;
		await client.query(`${each.script}\n;COMMENT ON FUNCTION public.${comment}`);
	}
}

const markOf = ({ name, script }: DatabaseFunction, lastMigration: string) =>
	`prisma/functions/${name}.sql ${checksumOf(`${lastMigration}\n${script}`)}`;
