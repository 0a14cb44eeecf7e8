import 'server-only';
import type { z } from 'zod';
import { removeCreatedRows } from '@/domain/created-rows';
import { refuseMissing } from '@/domain/records';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import type { ImportReport } from '../import-outcome';
import type { importReference } from '../import-settings';

/** How many of the kept records are named. */
const namedKept = 100;

/**
 * Takes an import back: removes what it made and gives back what it filled in or overwrote, but for what was changed since,
 * which stays as it is and is named.
 */
export async function undoImport(tx: Tx, userId: UserId, { id }: z.output<typeof importReference>) {
	// of two simultaneous requests, the second sees what the first has done
	await tx.$executeRaw`SELECT FROM data_import WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR UPDATE`;
	const found = await tx.dataImport.findUnique({ where: { userId_id: { userId, id } } });
	if (!found) return refuseMissing('import');
	if (found.status !== 'done' || !found.changeSetId) throw new Refusal('This import has been taken back already.');
	const set = found.changeSetId;
	const restored = await restoreRows(tx, userId, set);
	await restorePoints(tx, userId, set);
	const { removed, kept } = await removeCreatedRows(tx, userId, Prisma.sql`s.id = ${set}::uuid`);
	const undone = {
		removed,
		restored: restored.count,
		kept: [...restored.kept, ...kept].slice(0, namedKept).map(({ name, why }) => ({ name, why })),
		keptCount: restored.kept.length + kept.length,
	};
	const report = { ...(found.report as ImportReport), undone };
	await tx.dataImport.update({ where: { userId_id: { userId, id } }, data: { status: 'undone', report } });
	return undone;
}

type Restored = { count: number; kept: { name: string; why: 'changed' }[] };

/** Gives the rows that a change set changed what they had before, where they are as it left them. */
async function restoreRows(tx: Tx, userId: UserId, set: string): Promise<Restored> {
	const restored: Restored = { count: 0, kept: [] };
	for (const table of ['company', 'contact', 'deal']) {
		const columns = await tx.$queryRaw<{ column: string }[]>`
			SELECT a.attname AS "column" FROM pg_attribute a
			WHERE a.attrelid = format('public.%I', ${table}::text)::regclass AND a.attnum > 0 AND NOT a.attisdropped
				AND a.attgenerated = '' AND a.attname <> ALL (${unrestored})`;
		const names = columns.map(({ column }) => `"${column}"`);
		const rows = Prisma.raw(`public."${table}"`);
		const ofRow = (row: string) => Prisma.raw(names.map((name) => `${row}.${name}`).join(', '));
		// one pass over the set, whatever PostgreSQL knows of its size
		const changed = Prisma.sql`
			SELECT record_id, before, after FROM (
				SELECT record_id, first_value(before) OVER made AS before, last_value(after) OVER made AS after,
					row_number() OVER (PARTITION BY record_id ORDER BY id) AS place
				FROM change_log WHERE user_id = ${userId}::uuid AND change_set_id = ${set}::uuid AND entity = ${table}
				WINDOW made AS (PARTITION BY record_id ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
			) l WHERE place = 1 AND before IS NOT NULL AND after IS NOT NULL`;
		restored.kept.push(
			...(await tx.$queryRaw<Restored['kept']>`
				SELECT t.name, 'changed' AS why FROM (${changed}) c JOIN ${rows} t ON t.user_id = ${userId}::uuid AND t.id = c.record_id
				CROSS JOIN LATERAL jsonb_populate_record(NULL::${rows}, c.after) n
				WHERE (${ofRow('t')}) IS DISTINCT FROM (${ofRow('n')}) ORDER BY t.name`),
		);
		restored.count += await tx.$executeRaw`
			UPDATE ${rows} t SET (${Prisma.raw(names.join(', '))}) = ROW(${ofRow('o')}) FROM (${changed}) c
			CROSS JOIN LATERAL jsonb_populate_record(NULL::${rows}, c.after) n
			CROSS JOIN LATERAL jsonb_populate_record(NULL::${rows}, c.before) o
			WHERE t.user_id = ${userId}::uuid AND t.id = c.record_id AND (${ofRow('t')}) IS NOT DISTINCT FROM (${ofRow('n')})`;
	}
	return restored;
}

/**
 * Puts back the contact points that a change set removed from records that are there, and gives a new version to those whose
 * points it changed. The points that it added are removed like all rows that it made.
 */
async function restorePoints(tx: Tx, userId: UserId, set: string): Promise<void> {
	const log = Prisma.sql`change_log l WHERE l.user_id = ${userId}::uuid AND l.change_set_id = ${set}::uuid AND l.entity = 'contact_point'`;
	for (const table of ['company', 'contact']) {
		const of = Prisma.raw(`${table}_id`);
		await tx.$executeRaw`
			INSERT INTO contact_point (user_id, id, ${of}, kind, label, value, place)
			SELECT o.user_id, o.id, o.${of}, o.kind, o.label, o.value, o.place
			FROM (SELECT l.before FROM ${log} AND l.after IS NULL) l
			CROSS JOIN LATERAL jsonb_populate_record(NULL::contact_point, l.before) o
			WHERE EXISTS (SELECT FROM ${Prisma.raw(table)} t WHERE t.user_id = o.user_id AND t.id = o.${of})
			ON CONFLICT DO NOTHING`;
		await tx.$executeRaw`
			UPDATE ${Prisma.raw(table)} SET version = nextval(${`${table}_version_seq`}::regclass), updated_at = now()
			WHERE user_id = ${userId}::uuid AND id IN (SELECT l.record_id FROM ${log})`;
	}
}

/** Columns that are not the user's, or of which a change is no obstacle. */
const unrestored = [
	...['user_id', 'id', 'version', 'created_at', 'updated_at', 'position'],
	...['company_key', 'contact_key', 'further_points'],
];
