import 'server-only';
import { type NextFollowUp, nextFollowUp } from '@/domain/next-follow-up-sql';
import { Prisma } from '@/lib/db/db';

/** What a row of the list has beyond the usual, each only where its column is shown. Amounts are decimal strings. */
export type DealMore = {
	nextFollowUp?: NextFollowUp | null;
	weighted?: string;
	people?: number;
	lostReason?: string | null;
};

/** The columns of `DealMore` on `deal d`. */
export const dealMore: Record<keyof DealMore, Prisma.Sql> = {
	nextFollowUp: nextFollowUp('d', 'deal_id'),
	weighted: Prisma.sql`(d.value * d.probability * 0.01)::text`,
	people: Prisma.sql`(SELECT count(*)::int FROM deal_person t WHERE t.user_id = d.user_id AND t.deal_id = d.id)`,
	lostReason: Prisma.sql`d.lost_reason`,
};
