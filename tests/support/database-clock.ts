import { sql } from './sql.ts';

/** PostgreSQL's functions that read the clock, and how steady they are. */
const functions = [
	['now', 'STABLE'],
	['transaction_timestamp', 'STABLE'],
	['statement_timestamp', 'STABLE'],
	['clock_timestamp', 'VOLATILE'],
] as const;

const shifted = (name: string, volatility: string, milliseconds: number) =>
	`CREATE FUNCTION clock.${name}() RETURNS timestamptz LANGUAGE sql ${volatility} AS $$
		SELECT pg_catalog.${name}() + ${milliseconds} * interval '1 millisecond'
	$$;`;

/** Sets the clock of a database ahead, for what asks it by a function and for the defaults of its columns. */
export async function shiftDatabaseClock(databaseUrl: string, milliseconds: number): Promise<void> {
	const name = new URL(databaseUrl).pathname.slice(1);
	await sql(
		databaseUrl,
		`CREATE SCHEMA clock;
		${functions.map(([name, volatility]) => shifted(name, volatility, milliseconds)).join('')}
		ALTER DATABASE "${name}" SET search_path = clock, pg_catalog, public;
		DO $$ DECLARE col record; BEGIN
			FOR col IN
				SELECT adrelid::regclass AS owner, attname FROM pg_attrdef
				JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
				WHERE attgenerated = '' AND pg_get_expr(adbin, adrelid) IN ('CURRENT_TIMESTAMP', 'now()')
			LOOP
				EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT clock.now()', col.owner, col.attname);
			END LOOP;
		END $$`,
	);
}
