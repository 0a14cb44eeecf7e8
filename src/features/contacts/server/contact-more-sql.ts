import 'server-only';
import type { NamedRecord } from '@/domain/named-record';
import { type NextFollowUp, nextFollowUp } from '@/domain/next-follow-up-sql';
import { today } from '@/domain/today-sql';
import { Prisma } from '@/lib/db/db';
import type { SumColumns } from '@/lib/list/list-sums-sql';
import type { Rhythm } from '../schema';
import { contactStats } from './contact-sql';

/** What a row of the list has beyond the usual, each only where its column is shown. */
export type ContactMore = {
	nextFollowUp?: NextFollowUp | null;
	openDeals?: number;
	rhythm?: Rhythm | null;
	introducedBy?: NamedRecord | null;
	reportsTo?: NamedRecord | null;
	created?: Date;
	/** The group of the row, where rows are grouped. */
	groupKey?: string | null;
};

const named = (column: string) =>
	Prisma.raw(`(SELECT json_build_object('id', i.id, 'name', i.name) FROM contact i
		WHERE i.user_id = p.user_id AND i.id = ${column})`);

/** The columns of `ContactMore` on `contact p` with its statistics `s`. */
export const contactMore: Record<Exclude<keyof ContactMore, 'groupKey'>, Prisma.Sql> = {
	nextFollowUp: nextFollowUp('p', 'contact_id'),
	openDeals: Prisma.sql`s.open_deals`,
	rhythm: Prisma.sql`p.rhythm`,
	introducedBy: named('p.introduced_by_id'),
	reportsTo: named('p.reports_to_id'),
	created: Prisma.sql`p.created_at`,
};

/** What of contacts can be added up. */
export const contactSums: SumColumns = { values: { openDeals: Prisma.sql`s.open_deals` }, join: contactStats };

/** Whether the contact `s` was contacted later than their rhythm asks, on the user's day. */
export const isLate = (timeZone: string) => Prisma.sql`coalesce(
	((coalesce(s.last_contact_at, s.added_at) AT TIME ZONE ${timeZone})::date + rhythm_interval(s.rhythm))::date < ${today(timeZone)}, false)`;
