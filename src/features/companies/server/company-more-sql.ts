import 'server-only';
import type { NamedRecord } from '@/domain/named-record';
import { type NextFollowUp, nextFollowUp } from '@/domain/next-follow-up-sql';
import { Prisma } from '@/lib/db/db';
import type { SumColumns } from '@/lib/list/list-sums-sql';
import { companyStats } from './company-sql';

/** What a row of the list has beyond the usual, each only where its column is shown. */
export type CompanyMore = {
	nextFollowUp?: NextFollowUp | null;
	phone?: string | null;
	email?: string | null;
	website?: string | null;
	address?: string | null;
	introducedBy?: NamedRecord | null;
	/** The group of the row, where rows are grouped. */
	groupKey?: string | null;
};

/** The columns of `CompanyMore` on `company c`. */
export const companyMore: Record<Exclude<keyof CompanyMore, 'groupKey'>, Prisma.Sql> = {
	nextFollowUp: nextFollowUp('c', 'company_id'),
	phone: Prisma.sql`c.phone`,
	email: Prisma.sql`c.email`,
	website: Prisma.sql`c.website`,
	address: Prisma.sql`c.address`,
	introducedBy: Prisma.sql`(
		SELECT json_build_object('id', i.id, 'name', i.name) FROM contact i
		WHERE i.user_id = c.user_id AND i.id = c.introduced_by_id)`,
};

/** What of companies can be added up. */
export const companySums: SumColumns = {
	values: { contacts: Prisma.sql`s.contacts`, openDeals: Prisma.sql`s.open_deals` },
	join: companyStats,
};
