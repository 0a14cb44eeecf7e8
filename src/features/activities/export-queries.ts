import 'server-only';
import type { Settings } from '@/features/account/queries';
import { Prisma } from '@/lib/db';
import { type ExportFile, momentIn } from '@/lib/export-sql';
import type { SearchParams } from '@/lib/list-params';
import type { UserId } from '@/lib/session';
import { activityList, typeNames } from './schema';
import { links, listed } from './sql';

/** The activities of a list as a file. */
export function activityFile(userId: UserId, params: SearchParams, settings: Settings): ExportFile {
	const { timeZone } = settings;
	return {
		noun: 'activities',
		listed: listed(userId, activityList.parse(params), settings),
		joins: links,
		columns: [
			{ head: 'Type', cell: Prisma.sql`a.type`, labels: typeNames },
			{ head: 'Subject', cell: Prisma.sql`a.subject` },
			{ head: 'Description', cell: Prisma.sql`a.description` },
			{ head: 'Date', cell: momentIn(timeZone, Prisma.sql`a.at`) },
			{ head: 'Duration (minutes)', cell: Prisma.sql`a.duration_minutes` },
			{ head: 'Outcome', cell: Prisma.sql`a.outcome` },
			{ head: 'Next steps', cell: Prisma.sql`a.next_steps` },
			{ head: 'Company name', cell: Prisma.sql`c.name` },
			{ head: 'Contact name', cell: Prisma.sql`p.name` },
			{ head: 'Deal name', cell: Prisma.sql`d.name` },
			{ head: 'Created', cell: momentIn(timeZone, Prisma.sql`a.created_at`) },
		],
		metadata: Prisma.sql`a.metadata`,
	};
}
