import 'server-only';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { partOrder, valuesOf } from './list-parts';
import type { ListQuery } from './list-query';

/** Rows of a list that follow each other in an index: ` AND …` for them, and whether they have no value in the sort column. */
export type Stretch = { where: Prisma.Sql; isUnset?: true };

/** Where the row from which a page begins stands: without a value in the sort column, or in which part. */
export type Start = { isNull: boolean; part: string | null };

const setOnly = ({ sort }: ListQuery): Stretch => ({
	where: sort.sparse ? Prisma.sql`AND ${sort.sparse.isSet}` : Prisma.sql`AND ${sort.column} IS NOT NULL`,
});
const unsetOnly = ({ sort }: ListQuery): Stretch => ({
	where: sort.sparse ? Prisma.sql`AND ${sort.sparse.isUnset}` : Prisma.sql`AND ${sort.column} IS NULL`,
	isUnset: true,
});

/** What a list's parts are called, in their order; none for a list that has no parts. */
export async function sortPartsOf(listed: ListQuery): Promise<string[]> {
	const { parts } = listed.sort;
	if (!parts) return [];
	if ('ids' in parts) return listed.direction === 'asc' ? [...parts.ids] : parts.ids.toReversed();
	const rows = await read<{ value: string }[]>`
		SELECT value FROM (${valuesOf(parts.among ?? listed, parts.column)}) named
		ORDER BY ${partOrder(parts, Prisma.sql`value`)} value`;
	return rows.map(({ value }) => value);
}

/**
 * The stretches of a whole list. NULLs are last in an ascending index and first when it is read backward, so they are read separately;
 * so are rows that the index has nothing of.
 */
export function wholeOf(listed: ListQuery, parts: string[]): Stretch[] {
	const { sort, direction } = listed;
	if (sort.parts) {
		const { column } = sort.parts;
		const others = Prisma.sql`AND ${column} IS NOT NULL AND ${column} <> ALL (${parts}::uuid[])`;
		return [
			...parts.map((part) => ({ where: Prisma.sql`AND ${column} = ${part}` })),
			...('ids' in sort.parts ? [{ where: others }] : []),
			...(sort.sparse ? [unsetOnly(listed)] : []),
		];
	}
	if (!sort.nullable || (direction === 'asc' && !sort.sparse)) return [{ where: Prisma.empty }];
	return [setOnly(listed), unsetOnly(listed)];
}

/** The stretches from the one in which a row stands on, or backwards from there. */
export function stretchesBeyond(listed: ListQuery, start: Start, parts: string[], backwards: boolean): Stretch[] {
	const { sort } = listed;
	if (!sort.parts) {
		const whole = sort.sparse ? setOnly(listed) : { where: Prisma.empty };
		const own = start.isNull ? unsetOnly(listed) : whole;
		if (!sort.nullable || start.isNull !== backwards) return [own];
		return [own, backwards ? setOnly(listed) : unsetOnly(listed)];
	}
	const all = wholeOf(listed, parts);
	const known = start.part === null ? -1 : parts.indexOf(start.part);
	// those of no known part stand behind the parts, those without a value last
	const at = known >= 0 ? known : start.part === null ? all.length - 1 : parts.length;
	return backwards ? all.slice(0, at + 1).toReversed() : all.slice(at);
}
