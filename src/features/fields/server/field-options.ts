import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal, refuseField } from '@/lib/errors/errors';
import { maxOptions, maxOptionsOfAll } from '../schema';

type Options = CustomField['options'];

/** Gives a list its options in their order; those of the present ones that are not among them are deleted, and taken from `field`'s records. */
export async function writeOptions(
	tx: Tx,
	userId: UserId,
	{ id, options, present, field }: { id: string; options: Options; present: Options; field?: CustomField },
) {
	const all = await tx.$queryRaw<[{ count: number }]>`
		SELECT count(*)::int AS count FROM field_option WHERE user_id = ${userId}::uuid AND field_id <> ${id}::uuid`;
	if (all[0].count + options.length > maxOptionsOfAll)
		throw new Refusal(
			`All lists together can have ${maxOptionsOfAll.toLocaleString('en')} options of at most ${maxOptions} each. Remove some that you no longer need.`,
		);
	const gone = present.filter((option) => !options.some((each) => each.id === option.id)).map((option) => option.id);
	if (field && gone.length > 0) await takeOptions(tx, userId, field, gone);
	await tx.$executeRaw`
		DELETE FROM field_option WHERE user_id = ${userId}::uuid AND field_id = ${id}::uuid AND id = ANY (${gone}::uuid[])`;
	// names may be exchanged, so they are compared once all are written
	await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
	for (const [place, option] of options.entries())
		await tx.$executeRaw`
			INSERT INTO field_option AS o (user_id, id, field_id, name, colour, place)
			VALUES (${userId}::uuid, ${option.id}::uuid, ${id}::uuid, ${option.name}, ${option.colour}, ${place}::int)
			ON CONFLICT (user_id, id) DO UPDATE SET name = excluded.name, colour = excluded.colour, place = excluded.place
			WHERE o.field_id = excluded.field_id
				AND (o.name, o.colour, o.place) IS DISTINCT FROM (excluded.name, excluded.colour, excluded.place)`;
	const [alike] = await tx.$queryRaw<{ name: string }[]>`
		SELECT min(name) AS name FROM field_option WHERE user_id = ${userId}::uuid AND field_id = ${id}::uuid
		GROUP BY name_key HAVING count(*) > 1 LIMIT 1`;
	if (alike) refuseField({ options: `There are two options called “${alike.name}”.` });
	await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
}

/** Takes options from all records that have them. */
async function takeOptions(tx: Tx, userId: UserId, { id, kind, type }: CustomField, gone: string[]) {
	const table = Prisma.raw(kind);
	const having = Prisma.sql`SELECT v.record_id FROM field_value v
		WHERE v.user_id = ${userId}::uuid AND v.field_id = ${id}::uuid AND v.ref = ANY (${gone}::uuid[])`;
	const owned = Prisma.sql`r.user_id = ${userId}::uuid AND r.id IN (${having})`;
	await tx.$executeRaw`SELECT FROM ${table} r WHERE ${owned} ORDER BY r.id FOR NO KEY UPDATE`;
	const left = Prisma.sql`(
		SELECT jsonb_agg(o.value ORDER BY o.place) FROM jsonb_array_elements(r.metadata -> ${id}) WITH ORDINALITY o (value, place)
		WHERE o.value #>> '{}' <> ALL (${gone}::text[]))`;
	const next =
		type === 'choices'
			? Prisma.sql`CASE WHEN ${left} IS NULL THEN r.metadata - ${id}::text ELSE jsonb_set(r.metadata, ARRAY[${id}::text], ${left}) END`
			: Prisma.sql`r.metadata - ${id}::text`;
	await tx.$executeRaw`UPDATE ${table} r SET metadata = ${next} WHERE ${owned}`;
}
