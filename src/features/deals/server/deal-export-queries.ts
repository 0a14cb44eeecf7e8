import 'server-only';
import { type ExportFile, momentIn } from '@/domain/export-sql';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import type { SearchParams } from '@/lib/list/list-params';
import type { ListQuery } from '@/lib/list/list-query';
import { dealList, stageNames } from '../schema';
import { dealJoins, dealListQuery } from './deal-sql';

/** The order of the board: its columns one after the other, each from top to bottom. */
const asOnBoard: Pick<ListQuery, 'sort' | 'direction'> = {
	sort: { column: Prisma.sql`(d.stage, d.position)` },
	direction: 'asc',
};

/** The deals of a list or of the board as a file; those that were closed long ago are in it too. */
export function dealFile(userId: UserId, params: SearchParams, { timeZone }: Settings): ExportFile {
	const state = dealList.parse(params);
	return {
		noun: 'deals',
		listed: { ...dealListQuery(userId, state, timeZone), ...(state.view === 'kanban' && asOnBoard) },
		joins: dealJoins,
		columns: [
			{ head: 'Deal name', cell: Prisma.sql`d.name` },
			{ head: 'Company name', cell: Prisma.sql`c.name` },
			{ head: 'Contact name', cell: Prisma.sql`p.name` },
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
