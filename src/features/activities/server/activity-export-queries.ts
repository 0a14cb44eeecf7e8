import 'server-only';
import { type ExportFile, momentIn } from '@/domain/export-sql';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import type { SearchParams } from '@/lib/list/list-params';
import { typeNames } from '../schema';
import { activityListOf } from './activity-list';
import { activityJoins, activityListQuery, peopleNames } from './activity-sql';

/** The activities of a list as a file. */
export async function activityFile(userId: UserId, params: SearchParams, settings: Settings): Promise<ExportFile> {
	const list = await activityListOf(userId);
	const { timeZone } = settings;
	return {
		noun: 'activities',
		listed: activityListQuery(userId, list.parse(params), settings),
		joins: activityJoins,
		columns: [
			{ head: 'Type', cell: Prisma.sql`a.type`, labels: typeNames },
			{ head: 'Subject', cell: Prisma.sql`a.subject` },
			{ head: 'Description', cell: Prisma.sql`a.description` },
			{ head: 'Date', cell: momentIn(timeZone, Prisma.sql`a.at`) },
			{ head: 'Duration (minutes)', cell: Prisma.sql`a.duration_minutes` },
			{ head: 'Outcome', cell: Prisma.sql`a.outcome` },
			{ head: 'Next steps', cell: Prisma.sql`a.next_steps` },
			{ head: 'Company name', cell: Prisma.sql`c.name` },
			{ head: 'Contact name', cell: peopleNames },
			{ head: 'Deal name', cell: Prisma.sql`d.name` },
			{ head: 'Created', cell: momentIn(timeZone, Prisma.sql`a.created_at`) },
		],
		metadata: Prisma.sql`a.metadata`,
	};
}
