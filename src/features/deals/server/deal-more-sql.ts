import 'server-only';
import { type NextFollowUp, nextFollowUp } from '@/domain/next-follow-up-sql';
import { Prisma } from '@/lib/db/db';
import type { SumColumns } from '@/lib/list/list-sums-sql';

/** What a row of the list has beyond the usual, each only where its column is shown. Amounts are decimal strings. */
export type DealMore = {
	nextFollowUp?: NextFollowUp | null;
	weighted?: string;
	people?: number;
	lostReason?: string | null;
	/** The group of the row, where rows are grouped. */
	groupKey?: string | null;
};

const weighted = Prisma.sql`d.value * d.probability * 0.01`;

/** The columns of `DealMore` on `deal d`. */
export const dealMore: Record<Exclude<keyof DealMore, 'groupKey'>, Prisma.Sql> = {
	nextFollowUp: nextFollowUp('d', 'deal_id'),
	weighted: Prisma.sql`(${weighted})::text`,
	people: Prisma.sql`(SELECT count(*)::int FROM deal_person t WHERE t.user_id = d.user_id AND t.deal_id = d.id)`,
	lostReason: Prisma.sql`d.lost_reason`,
};

/** What of deals can be added up, each currency by itself. */
export const dealSums: SumColumns = {
	values: { value: Prisma.sql`d.value`, weighted },
	per: Prisma.sql`d.currency`,
};
