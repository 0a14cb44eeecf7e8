import 'server-only';
import { introducerColumns, introducerOf } from '@/domain/contact-ties-sql';
import { type ExportFile, momentIn } from '@/domain/export-sql';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import type { SearchParams } from '@/lib/list/list-params';
import { readableAddress } from '@/lib/text/domain-names';
import { companyListOf } from './company-list';
import { companyListQuery, companyStats } from './company-sql';

/** The companies of a list as a file. */
export async function companyFile(userId: UserId, params: SearchParams, { timeZone }: Settings): Promise<ExportFile> {
	const list = await companyListOf(userId);
	return {
		noun: 'companies',
		listed: companyListQuery(userId, list.parse(params), timeZone),
		joins: Prisma.sql`${companyStats} ${introducerOf('c')}`,
		columns: [
			{ head: 'Company name', cell: Prisma.sql`c.name` },
			{ head: 'Industry', cell: Prisma.sql`c.industry` },
			{ head: 'Size', cell: Prisma.sql`c.size` },
			{
				...{ head: 'Website', cell: Prisma.sql`c.website`, read: readableAddress },
				...{ point: 'link', label: Prisma.sql`c.website_label` },
			},
			{ head: 'Phone', cell: Prisma.sql`c.phone`, point: 'phone', label: Prisma.sql`c.phone_label` },
			{
				head: 'Email',
				cell: Prisma.sql`c.email`,
				read: readableAddress,
				point: 'email',
				label: Prisma.sql`c.email_label`,
			},
			{ head: 'Address', cell: Prisma.sql`c.address` },
			...introducerColumns,
			{ head: 'Notes', cell: Prisma.sql`c.notes` },
			{ head: 'Tags', cell: tags },
			{ head: 'Contacts', cell: Prisma.sql`s.contacts` },
			{ head: 'Open deals', cell: Prisma.sql`s.open_deals` },
			{ head: 'Last contact', cell: momentIn(timeZone, Prisma.sql`s.last_contact_at`) },
			{ head: 'Created', cell: momentIn(timeZone, Prisma.sql`c.created_at`) },
		],
		metadata: Prisma.sql`c.metadata`,
		points: { noun: 'company', alias: 'c' },
	};
}

const tags = Prisma.sql`(
	SELECT string_agg(t.name, ', ' ORDER BY fold(t.name) COLLATE "C", t.name_key)
	FROM company_tag m JOIN tag t ON t.user_id = m.user_id AND t.id = m.tag_id
	WHERE m.user_id = c.user_id AND m.company_id = c.id)`;
