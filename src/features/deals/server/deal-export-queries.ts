import 'server-only';
import { type ExportFile, momentIn } from '@/domain/export-sql';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import type { SearchParams } from '@/lib/list/list-params';
import type { ListQuery } from '@/lib/list/list-query';
import { dealRoles, roleNames } from '../roles';
import { stageNames } from '../schema';
import { dealListOf } from './deal-list';
import { dealJoins, dealListQuery } from './deal-sql';

/** The order of the board: its columns one after the other, each from top to bottom. */
const asOnBoard: Pick<ListQuery, 'sort' | 'further' | 'direction'> = {
	sort: { column: Prisma.sql`(d.stage, d.position)` },
	further: [],
	direction: 'asc',
};

/** A name in a cell with others, each sign that has a meaning there after a backslash. */
const escaped = (name: Prisma.Sql) =>
	['\\', ';', '@', '('].reduce((text, sign) => Prisma.sql`replace(${text}, ${sign}, ${`\\${sign}`})`, name);

const roleLabels = Prisma.join(
	dealRoles.map((role) => Prisma.sql`WHEN ${role}::deal_role THEN ${` (${roleNames[role]})`}`),
	' ',
);

/** Everybody in the deal, as `readPeople` reads them; nothing where there is no more than the main contact. */
const peopleCell = Prisma.sql`(
	SELECT string_agg(
		${escaped(Prisma.sql`k.name`)} || CASE WHEN k.company_id <> d.company_id THEN ' @ ' || ${escaped(Prisma.sql`e.name`)} ELSE '' END
			|| CASE t.role ${roleLabels} ELSE '' END,
		'; ' ORDER BY k.id IS NOT DISTINCT FROM d.contact_id DESC, t.role NULLS LAST, k.name_key, k.id
	)
	FROM deal_person t JOIN contact k ON k.user_id = t.user_id AND k.id = t.contact_id
	JOIN company e ON e.user_id = k.user_id AND e.id = k.company_id
	WHERE t.user_id = d.user_id AND t.deal_id = d.id
	HAVING bool_or(t.role IS NOT NULL OR t.contact_id IS DISTINCT FROM d.contact_id))`;

/** The deals of a list or of the board as a file; those that were closed long ago are in it too. */
export async function dealFile(userId: UserId, params: SearchParams, { timeZone }: Settings): Promise<ExportFile> {
	const state = (await dealListOf(userId)).parse(params);
	return {
		noun: 'deals',
		listed: { ...dealListQuery(userId, state, timeZone), ...(state.view !== 'list' && asOnBoard) },
		joins: dealJoins,
		columns: [
			{ head: 'Deal name', cell: Prisma.sql`d.name` },
			{ head: 'Company name', cell: Prisma.sql`c.name` },
			{ head: 'Contact name', cell: Prisma.sql`p.name` },
			{ head: 'Contacts and roles', cell: peopleCell },
			{ head: 'Deal value', cell: Prisma.sql`d.value::text` },
			{ head: 'Currency', cell: Prisma.sql`d.currency` },
			{ head: 'Stage', cell: Prisma.sql`d.stage`, labels: stageNames },
			{ head: 'Probability', cell: Prisma.sql`d.probability` },
			{ head: 'Own probability', cell: Prisma.sql`d.own_probability` },
			{ head: 'Expected close date', cell: Prisma.sql`d.expected_close_on::text` },
			{ head: 'Closed', cell: momentIn(timeZone, Prisma.sql`d.closed_at`) },
			{ head: 'Lost reason', cell: Prisma.sql`d.lost_reason` },
			{ head: 'Notes', cell: Prisma.sql`d.notes` },
			{ head: 'Created', cell: momentIn(timeZone, Prisma.sql`d.created_at`) },
		],
		metadata: Prisma.sql`d.metadata`,
	};
}
