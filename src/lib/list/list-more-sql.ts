import 'server-only';
import { Prisma } from '@/lib/db/db';

/**
 * The columns of a row beyond those that every row has, each `AS` its name: only those that are shown are read. The names are
 * those of the code; what an address names was read against them.
 */
export function shownOf(more: Readonly<Record<string, Prisma.Sql>>, shown: readonly string[]): Prisma.Sql {
	const columns = Object.entries(more).filter(([name]) => shown.includes(name));
	if (columns.length === 0) return Prisma.empty;
	return Prisma.sql`, ${Prisma.join(columns.map(([name, column]) => Prisma.sql`${column} AS ${Prisma.raw(`"${name}"`)}`))}`;
}
