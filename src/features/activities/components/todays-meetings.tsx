import { Card, CardAction, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { listPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { activityList } from '../schema';
import { listActivities } from '../server/activity-queries';
import { ActivityLines } from './activity-lines';

const filters = { type: 'meeting', when: 'today', sort: 'when.asc' };

/** The meetings of the user's day, the earliest first. */
export async function TodaysMeetings() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const { rows, count } = await listActivities(userId, activityList.parse(filters), settings);
	return (
		<Card className="gap-2 pb-1">
			<CardHeader>
				<CardTitle>Meetings today</CardTitle>
				{count > 0 && (
					<CardAction>
						<Link href={listPath('activities', filters)} className="text-sm tabular-nums hover:underline">
							All <span>{count.toLocaleString('en')}</span>
						</Link>
					</CardAction>
				)}
			</CardHeader>
			<CardContent className="px-0">
				{count > 0 ? (
					<ActivityLines activities={rows} settings={settings} oneDay />
				) : (
					<p className="px-4 pb-3 text-muted-foreground">No meetings today.</p>
				)}
			</CardContent>
		</Card>
	);
}

export function TodaysMeetingsSkeleton() {
	return <Skeleton className="h-24" />;
}
