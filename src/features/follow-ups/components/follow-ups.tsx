import type { Route } from 'next';
import { Card, CardContent } from '@/components/ui/card';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, formatDate } from '@/lib/dates/dates';
import { presentFollowUps, snoozedDay } from '../due-days';
import { followUpsAtOnce, readOpenFollowUps } from '../server/follow-up-queries';
import { FollowUpList } from './follow-up-list';

type FollowUpsProps = {
	/** How many of each group are shown; and where more are, if there are any. */
	shown: 'more' | 'most';
	morePath: Route | undefined;
};

/** All open follow-ups of the account: overdue, today and upcoming, with a line to add more. */
export async function FollowUps({ shown, morePath }: FollowUpsProps) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const now = new Date();
	const today = dayIn(now, settings.timeZone);
	const { open, counts } = await readOpenFollowUps(userId, today, undefined, followUpsAtOnce[shown]);
	const whole = (until: string) => formatDate(snoozedDay(until, settings, now), settings);
	return (
		<section aria-label="Follow-ups">
			<Card className="py-2">
				<CardContent className="px-0">
					<FollowUpList
						open={presentFollowUps(open, today, settings)}
						counts={counts}
						{...(morePath && { more: { path: morePath, upTo: followUpsAtOnce.most } })}
						days={{ tomorrow: whole('tomorrow'), nextWeek: whole('nextWeek') }}
						locale={settings.locale}
					/>
				</CardContent>
			</Card>
		</section>
	);
}
