import 'server-only';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { type ListQuery, listQuery, type SortColumn } from '@/lib/list/list-query';
import { isWithin } from '@/lib/list/list-sql';
import { dayRange } from '../activity-ranges';
import type { ActivityType, LinkColumns } from '../activity-types';
import type { ActivityListState } from '../schema';

// SQL on the table `activity a` that the list, the timelines and the summaries share.

/** An activity as lists show it. */
export type ActivityRow = LinkColumns & {
	id: string;
	type: ActivityType;
	subject: string;
	at: Date;
	durationMinutes: number | null;
	outcome: string | null;
};

/** What an activity belongs to: `c`, `p` and `d`. */
export const activityJoins = Prisma.sql`
	JOIN company c ON c.user_id = a.user_id AND c.id = a.company_id
	LEFT JOIN contact p ON p.user_id = a.user_id AND p.id = a.contact_id
	LEFT JOIN deal d ON d.user_id = a.user_id AND d.id = a.deal_id`;

/** The columns of the links. */
export const linkColumns = Prisma.sql`
	a.company_id AS "companyId", c.name AS "companyName", a.contact_id AS "contactId", p.name AS "contactName",
	a.deal_id AS "dealId", d.name AS "dealName"`;

/** The columns of an `ActivityRow`. */
export const activityColumns = Prisma.sql`
	a.id, a.type, a.subject, a.at, a.duration_minutes AS "durationMinutes", a.outcome, ${linkColumns}`;

const sortColumns: Record<ActivityListState['sort'], SortColumn> = {
	when: { column: Prisma.sql`a.at` },
	type: { column: Prisma.sql`a.type` },
};

/** The activities of a list; days are the user's. */
export function activityListQuery(userId: UserId, state: ActivityListState, settings: Settings): ListQuery {
	return listQuery(userId, 'activity a', state, { filters: filtered(state, settings), sort: sortColumns[state.sort] });
}

function filtered({ filters }: ActivityListState, settings: Settings): Prisma.Sql[] {
	const { type, company, contact, deal } = filters;
	const { from, to } = dayRange(filters, settings, new Date());
	return [
		type.length > 0 ? Prisma.sql`AND a.type = ANY (${type}::activity_type[])` : Prisma.empty,
		company.length > 0 ? Prisma.sql`AND a.company_id = ANY (${company}::uuid[])` : Prisma.empty,
		contact.length > 0 ? Prisma.sql`AND a.contact_id = ANY (${contact}::uuid[])` : Prisma.empty,
		deal.length > 0 ? Prisma.sql`AND a.deal_id = ANY (${deal}::uuid[])` : Prisma.empty,
		isWithin(Prisma.sql`a.at`, from, to, settings.timeZone),
	];
}
