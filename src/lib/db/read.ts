import 'server-only';
import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';
import { Prisma, pool } from './db';

type Asked = [sql: Prisma.Sql] | [parts: TemplateStringsArray, ...values: unknown[]];

/**
 * The rows of a query outside of any transaction, straight from the driver: Prisma takes three times as long over the same
 * rows. Instants are `Date`; days and amounts have to be selected as text.
 */
export async function read<Rows>(...asked: Asked): Promise<Rows> {
	return run(configOf(asked));
}

/**
 * The same for a query whose text is always the same and whose best plan does not depend on its values, as that of a lookup
 * by ids. Each connection keeps it prepared, and after a few times its plan too, which takes longer to make than to run.
 */
export async function readPrepared<Rows>(...asked: Asked): Promise<Rows> {
	const config = configOf(asked);
	if (!keepsStatements) return run(config);
	try {
		return await run({ ...config, name: nameOf(config.text) });
	} catch (error) {
		const code = (error as { code?: unknown }).code;
		if (!lostStatement.includes(String(code))) throw error;
		// a pooler that hands one connection to many clients mixes up their statements
		if (code !== changedResult) keepsStatements = false;
		return run(config);
	}
}

const changedResult = '0A000';
/** PostgreSQL's errors for a statement that is not there, that is there already, and whose table has changed since. */
const lostStatement = ['26000', '42P05', changedResult];

let keepsStatements = process.env.DATABASE_OPTIONS !== 'off';

function configOf([first, ...values]: Asked): QueryConfig & { text: string } {
	const sql = first instanceof Prisma.Sql ? first : Prisma.sql(first as TemplateStringsArray, ...values);
	return { text: sql.text, values: sql.values as unknown[] };
}

async function run<Rows>(config: QueryConfig): Promise<Rows> {
	return (await pool.query(config)).rows as Rows;
}

const names = new Map<string, string>();

/** The same text has the same name in every process, so that one that is mistaken for another is the same statement. */
function nameOf(text: string): string {
	let name = names.get(text);
	if (!name) {
		name = createHash('sha1').update(text).digest('base64url');
		names.set(text, name);
	}
	return name;
}
