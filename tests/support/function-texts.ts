import type pg from 'pg';

/** The functions of a database but those of extensions, by name, as PostgreSQL writes them. */
export async function functionsOf(pool: pg.Pool): Promise<Record<string, string>> {
	const { rows } = await pool.query<{ name: string; text: string }>(`
		SELECT p.proname AS name, pg_get_functiondef(p.oid) AS text FROM pg_proc p
		WHERE p.pronamespace = 'public'::regnamespace
			AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
		ORDER BY 1`);
	return Object.fromEntries(rows.map(({ name, text }) => [name, text]));
}

/** The triggers of a database by table and name, as PostgreSQL writes them. */
export async function triggersOf(pool: pg.Pool): Promise<Record<string, string>> {
	const { rows } = await pool.query<{ name: string; text: string }>(`
		SELECT tgrelid::regclass || '.' || tgname AS name, concat_ws(' ', pg_get_triggerdef(oid), tgenabled) AS text
		FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`);
	return Object.fromEntries(rows.map(({ name, text }) => [name, text]));
}

/** A function without its comments and white space, which are no part of what it returns. */
export const withoutComments = (text: string) => text.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ');
