import type { Route } from 'next';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, formatDate } from '@/lib/dates/dates';
import { presentFollowUps, snoozedDay } from '../due-days';
import { type FollowUpsOf, followUpsAtOnce, readOpenFollowUps } from '../server/follow-up-queries';
import type { OwnLink } from './add-follow-up';
import { FollowUpList } from './follow-up-list';

type FollowUpsProps = {
	/** Whose; left out, all of the account. */
	of?: FollowUpsOf;
	/** What a new one is about, on a record's page. */
	own?: OwnLink | undefined;
	/** How many of each group are shown; and where more are, if there are any. */
	shown: keyof typeof followUpsAtOnce;
	morePath: Route | undefined;
	/** Only overdue follow-ups and those due today; later ones are counted. */
	dueOnly?: true;
};

/** The open follow-ups of a company, contact or deal: overdue, today and upcoming, with a line to add more. */
export async function FollowUps({ of, own, shown, morePath, dueOnly }: FollowUpsProps) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const now = new Date();
	const today = dayIn(now, settings.timeZone);
	const { open, counts } = await readOpenFollowUps(userId, today, of, followUpsAtOnce[shown]);
	const followUps = dueOnly ? open.filter(({ group }) => group !== 'upcoming') : open;
	const whole = (until: string) => formatDate(snoozedDay(until, settings, now), settings);
	return (
		<section aria-label="Follow-ups">
			<Card className={dueOnly ? 'gap-2 pb-3' : 'py-2'}>
				{dueOnly && (
					<CardHeader>
						<CardTitle>Follow-ups</CardTitle>
					</CardHeader>
				)}
				<CardContent className="px-0">
					<FollowUpList
						key={JSON.stringify(of)}
						{...(of && { of })}
						own={own}
						open={presentFollowUps(followUps, today, settings)}
						counts={counts}
						{...(morePath && { more: { path: morePath, upTo: followUpsAtOnce[shown === 'first' ? 'more' : 'most'] } })}
						linked={dueOnly}
						days={{ tomorrow: whole('tomorrow'), nextWeek: whole('nextWeek') }}
						locale={settings.locale}
					/>
				</CardContent>
			</Card>
		</section>
	);
}

export function FollowUpsSkeleton() {
	return <Skeleton className="h-33" />;
}
