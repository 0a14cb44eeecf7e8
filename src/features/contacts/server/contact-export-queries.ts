import 'server-only';
import { introducerColumns, introducerOf } from '@/domain/contact-ties-sql';
import { type ExportFile, momentIn } from '@/domain/export-sql';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import type { SearchParams } from '@/lib/list/list-params';
import { readableAddress } from '@/lib/text/domain-names';
import { authorityLabels, rhythmLabels } from '../schema';
import { contactListOf } from './contact-list';
import { contactListQuery, contactStats } from './contact-sql';

/** The contacts of a list as a file. */
export async function contactFile(userId: UserId, params: SearchParams, { timeZone }: Settings): Promise<ExportFile> {
	const list = await contactListOf(userId);
	return {
		noun: 'contacts',
		listed: contactListQuery(userId, list.parse(params), timeZone),
		joins: Prisma.sql`JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id ${contactStats} ${introducerOf('p')}
			LEFT JOIN contact m ON m.user_id = p.user_id AND m.id = p.reports_to_id`,
		columns: [
			{ head: 'Contact name', cell: Prisma.sql`p.name` },
			{ head: 'Company name', cell: Prisma.sql`c.name` },
			{ head: 'Job title', cell: Prisma.sql`p.job_title` },
			{
				head: 'Email',
				cell: Prisma.sql`p.email`,
				read: readableAddress,
				point: 'email',
				label: Prisma.sql`p.email_label`,
			},
			{ head: 'Phone', cell: Prisma.sql`p.phone`, point: 'phone', label: Prisma.sql`p.phone_label` },
			{ head: 'Link', cell: Prisma.sql`NULL`, read: readableAddress, point: 'link' },
			{ head: 'Decision maker', cell: Prisma.sql`CASE WHEN p.is_decision_maker THEN 'yes' END` },
			{ head: 'Authority level', cell: Prisma.sql`p.authority_level`, labels: authorityLabels },
			{ head: 'Stay in touch', cell: Prisma.sql`p.rhythm`, labels: rhythmLabels },
			{ head: 'Left on', cell: Prisma.sql`p.left_on::text` },
			{ head: 'Left to', cell: Prisma.sql`p.left_to` },
			...introducerColumns,
			{ head: 'Reports to', cell: Prisma.sql`m.name` },
			{ head: 'Notes', cell: Prisma.sql`p.notes` },
			{ head: 'Tags', cell: tags },
			{ head: 'Last contact', cell: momentIn(timeZone, Prisma.sql`s.last_contact_at`) },
			{ head: 'Created', cell: momentIn(timeZone, Prisma.sql`p.created_at`) },
		],
		metadata: Prisma.sql`p.metadata`,
		points: { noun: 'contact', alias: 'p' },
	};
}

const tags = Prisma.sql`(
	SELECT string_agg(t.name, ', ' ORDER BY fold(t.name) COLLATE "C", t.name_key)
	FROM contact_tag m JOIN tag t ON t.user_id = m.user_id AND t.id = m.tag_id
	WHERE m.user_id = p.user_id AND m.contact_id = p.id)`;
