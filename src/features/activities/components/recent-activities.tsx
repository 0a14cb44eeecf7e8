import { Card, CardAction, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { wholeListPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { listRecentActivities } from '../server/activity-summary-queries';
import { ActivityLines } from './activity-lines';

const shownActivities = 10;

/** The last things that were logged. */
export async function RecentActivities() {
	const userId = await requireUserId();
	const [activities, settings] = await Promise.all([
		listRecentActivities(userId, shownActivities),
		getSettings(userId),
	]);
	return (
		<Card className="gap-2 pb-1">
			<CardHeader>
				<CardTitle>Recent activities</CardTitle>
				<CardAction>
					<Link href={wholeListPath('activities')} className="text-sm hover:underline">
						All activities
					</Link>
				</CardAction>
			</CardHeader>
			<CardContent className="px-0">
				{activities.length > 0 ? (
					<ActivityLines activities={activities} settings={settings} />
				) : (
					<p className="px-4 pb-3 text-muted-foreground">Nothing logged yet. Log the last call you had.</p>
				)}
			</CardContent>
		</Card>
	);
}

export function RecentActivitiesSkeleton() {
	return <Skeleton className="h-96" />;
}
