import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { followTargets, owned, spaced } from './matching-sql';

/** What deals of one name are told apart by: their value, and the day on which they close, each as far as it is known. */
const told = {
	row: Prisma.sql`
		CASE WHEN (r.data ->> 'saysValue')::boolean AND (r.data ->> 'value')::numeric <> 0
			THEN trim_scale((r.data ->> 'value')::numeric) || ' ' || (r.data ->> 'currency') END AS worth,
		r.data ->> 'closesOn' AS day`,
	record: Prisma.sql`
		CASE WHEN t.value <> 0 THEN trim_scale(t.value) || ' ' || t.currency END AS worth,
		coalesce(t.expected_close_on, t.closed_at::date)::text AS day`,
};

/**
 * Takes rows for a deal of the same name and company whose value and day are the same, or where no two of all that are called so contradict.
 * Others may be the same.
 */
export async function findSameDeals(tx: Tx, userId: UserId): Promise<void> {
	await tx.$executeRaw`
		CREATE TEMP TABLE import_namesake ON COMMIT DROP AS
		SELECT r.n, r.id, r.company_id AS at, r.name_key, r.name, ${told.row} FROM import_row r
		WHERE r.target IS NULL AND NOT coalesce((r.data ->> 'isWithoutDeal')::boolean, false)`;
	await tx.$executeRaw`ANALYZE import_namesake`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_called ON COMMIT DROP AS
		SELECT g.at, g.name_key, t.id, t.created_at, ${told.record}
		FROM (
			SELECT at, name_key, fold(name) AS folded FROM import_namesake
			UNION SELECT at, name_key, fold(name_key) FROM import_namesake
		) g
		JOIN deal t ON ${owned('t', userId)} AND t.name_key = g.folded AND t.company_id = g.at AND ${spaced(Prisma.sql`t.name`)} = g.name_key`;
	await tx.$executeRaw`ANALYZE import_called`;
	await tx.$executeRaw`
		WITH every AS (
			SELECT at, name_key, id, 0 AS n, created_at, worth, day FROM import_called
			UNION ALL SELECT at, name_key, id, n, NULL, worth, day FROM import_namesake
		), ordered AS (
			SELECT *, first_value(id) OVER (PARTITION BY at, name_key ORDER BY n, created_at, id) AS first,
				first_value(id) OVER (PARTITION BY at, name_key, worth, day ORDER BY n, created_at, id) AS alike,
				-- one of which a part is not known is like the only others that have the same of the rest
				CASE WHEN min(day) OVER worth = max(day) OVER worth THEN first_value(id) OVER (worth ORDER BY n, created_at, id) END AS worth_alike,
				CASE WHEN min(worth) OVER day = max(worth) OVER day THEN first_value(id) OVER (day ORDER BY n, created_at, id) END AS day_alike
			FROM every
			WINDOW worth AS (PARTITION BY at, name_key, worth), day AS (PARTITION BY at, name_key, day)
		), said AS (
			SELECT at, name_key, count(DISTINCT worth) <= 1 AND count(DISTINCT day) <= 1 AS agree FROM every GROUP BY at, name_key
		)
		UPDATE import_row r SET target = f.same, twin = CASE WHEN f.same IS NOT NULL THEN 'name' END,
			maybe = coalesce(f.maybe, r.maybe), maybe_by = CASE WHEN f.maybe IS NOT NULL THEN 'deal' ELSE r.maybe_by END
		FROM (
			SELECT n, same, CASE WHEN same IS NULL AND first <> id THEN first END AS maybe FROM (
				SELECT o.n, o.id, o.first, CASE WHEN s.agree THEN nullif(o.first, o.id) ELSE
					coalesce(nullif(o.alike, o.id), nullif(o.worth_alike, o.id), CASE WHEN o.day IS NOT NULL THEN nullif(o.day_alike, o.id) END)
				END AS same
				FROM ordered o JOIN said s ON s.at = o.at AND s.name_key = o.name_key WHERE o.n > 0
			) f
		) f WHERE r.n = f.n AND (f.same IS NOT NULL OR f.maybe IS NOT NULL)`;
	await followTargets(tx);
}
