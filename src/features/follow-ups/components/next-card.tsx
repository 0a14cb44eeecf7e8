import type { Route } from 'next';
import type { ReactNode } from 'react';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, formatDate } from '@/lib/dates/dates';
import { presentFollowUps, snoozedDay } from '../due-days';
import { type FollowUpsOf, followUpsAtOnce, readOpenFollowUps } from '../server/follow-up-queries';
import type { OwnLink } from './add-follow-up';
import { NextList, type PlannedItem } from './next-list';

type NextCardProps = {
	userId: UserId;
	of: FollowUpsOf;
	/** What a new follow-up is about. */
	own: OwnLink | undefined;
	settings: Settings;
	/** How many follow-ups of each group are read; and where more are, if there are any. */
	shown: keyof typeof followUpsAtOnce;
	morePath: Route | undefined;
	/** What is planned with the record. */
	planned: PlannedItem[];
	/** What is being planned at this moment. */
	coming: ReactNode;
};

/** What comes next with a company, a contact or a deal: open follow-ups, overdue ones first, and what is planned, in one list. */
export async function NextCard({ userId, of, own, settings, shown, morePath, planned, coming }: NextCardProps) {
	const now = new Date();
	const today = dayIn(now, settings.timeZone);
	const { open, counts } = await readOpenFollowUps(userId, today, of, followUpsAtOnce[shown]);
	const whole = (until: string) => formatDate(snoozedDay(until, settings, now), settings);
	return (
		<section aria-label="Next" className="next-card">
			<NextList
				key={JSON.stringify(of)}
				own={own}
				ownLink={Object.keys(of)[0] ?? ''}
				open={presentFollowUps(open, today, settings)}
				count={counts.overdue + counts.today + counts.upcoming}
				planned={planned}
				coming={coming}
				isFolded={shown === 'first'}
				morePath={morePath}
				days={{ tomorrow: whole('tomorrow'), nextWeek: whole('nextWeek') }}
				locale={settings.locale}
			/>
		</section>
	);
}
