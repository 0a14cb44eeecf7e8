import 'server-only';
import type { NamedRecord } from '@/domain/named-record';
import { type NextFollowUp, nextFollowUp } from '@/domain/next-follow-up-sql';
import { today } from '@/domain/today-sql';
import { Prisma } from '@/lib/db/db';
import type { Rhythm } from '../schema';

/** What a row of the list has beyond the usual, each only where its column is shown. */
export type ContactMore = {
	nextFollowUp?: NextFollowUp | null;
	openDeals?: number;
	rhythm?: Rhythm | null;
	introducedBy?: NamedRecord | null;
	reportsTo?: NamedRecord | null;
	created?: Date;
};

const named = (column: string) =>
	Prisma.raw(`(SELECT json_build_object('id', i.id, 'name', i.name) FROM contact i
		WHERE i.user_id = p.user_id AND i.id = ${column})`);

/** The columns of `ContactMore` on `contact p` with its statistics `s`. */
export const contactMore: Record<keyof ContactMore, Prisma.Sql> = {
	nextFollowUp: nextFollowUp('p', 'contact_id'),
	openDeals: Prisma.sql`s.open_deals`,
	rhythm: Prisma.sql`p.rhythm`,
	introducedBy: named('p.introduced_by_id'),
	reportsTo: named('p.reports_to_id'),
	created: Prisma.sql`p.created_at`,
};

/** Whether the contact `s` was contacted later than their rhythm asks, on the user's day. */
export const isLate = (timeZone: string) => Prisma.sql`coalesce(
	((coalesce(s.last_contact_at, s.added_at) AT TIME ZONE ${timeZone})::date + rhythm_interval(s.rhythm))::date < ${today(timeZone)}, false)`;
