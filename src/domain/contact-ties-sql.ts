import 'server-only';
import { Prisma } from '@/lib/db/db';

/** Another contact whom a record names, and where they work. */
export type TiedContact = { id: string; name: string; companyId: string; companyName: string; hasLeft: boolean };

/** The contact in a column of a row of `user_id`'s, as a picker has it, as JSON; null where there is none. */
export const tiedContact = (column: string) => {
	const [alias] = column.split('.');
	return Prisma.raw(`(
		SELECT json_build_object('id', i.id, 'name', i.name, 'companyId', i.company_id, 'companyName', ic.name, 'hasLeft', i.left_on IS NOT NULL)
		FROM contact i JOIN company ic ON ic.user_id = i.user_id AND ic.id = i.company_id
		WHERE i.user_id = ${alias}.user_id AND i.id = ${column}
	)`);
};

/** Joins the contact `i` who introduced a record, and their company `ic`. */
export const introducerOf = (alias: 'p' | 'c') =>
	Prisma.raw(`
		LEFT JOIN contact i ON i.user_id = ${alias}.user_id AND i.id = ${alias}.introduced_by_id
		LEFT JOIN company ic ON ic.user_id = i.user_id AND ic.id = i.company_id`);

/** What a file says of who introduced a record: so much that an import finds them again. */
export const introducerColumns = [
	{ head: 'Introduced by', cell: Prisma.sql`i.name` },
	{ head: 'Introduced by (company)', cell: Prisma.sql`ic.name` },
];
