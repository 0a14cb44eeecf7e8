import type { Route } from 'next';
import { logAnchor } from '@/components/layout/record-fields';
import { getSettings } from '@/features/account/server/account-queries';
import { Composer } from '@/features/activities/composer/composer';
import { PendingActivities } from '@/features/activities/composer/pending-activities';
import { findLikelyLinks } from '@/features/activities/server/activity-quick-queries';
import { readTimeline } from '@/features/activities/server/timeline-queries';
import { ComingPlans } from '@/features/activities/timeline/coming-plans';
import { PlannedLine } from '@/features/activities/timeline/planned-line';
import { presentTimeline } from '@/features/activities/timeline/present-timeline';
import { Timeline } from '@/features/activities/timeline/timeline';
import { NextCard } from '@/features/follow-ups/components/next-card';
import { chosenLink } from '@/features/follow-ups/follow-up-links';
import { followUpsAtOnce } from '@/features/follow-ups/server/follow-up-queries';
import { requireUserId } from '@/lib/auth/session';
import { localTime } from '@/lib/dates/dates';
import type { SearchParams } from '@/lib/list/list-params';

type RecordActivityProps = {
	of: { companyId: string } | { contactId: string } | { dealId: string };
	/** The record's page. */
	path: Route;
	params: Promise<SearchParams>;
};

/** How much of what comes next is shown, by what the address asks for, and what asks for more. */
const steps = [
	{ asked: undefined, shown: 'first', next: 'all' },
	{ asked: 'all', shown: 'more', next: 'most' },
	{ asked: 'most', shown: 'most', next: undefined },
] as const;

/** The middle of a record's page: the composer, what comes next, and the timeline. */
export async function RecordActivity({ of, path, params }: RecordActivityProps) {
	const { followUps } = await params;
	const { shown, next } = steps.find(({ asked }) => asked === followUps) ?? steps[0];
	const userId = await requireUserId();
	const [settings, links, timeline] = await Promise.all([
		getSettings(userId),
		findLikelyLinks(userId, of),
		readTimeline(userId, of, followUpsAtOnce[shown]),
	]);
	const { company } = links;
	const noun = 'companyId' in of ? 'company' : 'contactId' in of ? 'contact' : 'deal';
	const record = links[noun];
	const planned = presentTimeline(timeline.planned, settings, new Date()).map((entry) => {
		const [day = '', time = ''] = localTime(new Date(entry.at), settings.timeZone).split('T');
		return { id: entry.id, day, time, line: <PlannedLine entry={entry} record={{ noun, id: record?.id ?? '' }} /> };
	});
	return (
		<PendingActivities>
			{company && record && (
				<div id={logAnchor} className="flex scroll-mt-32 flex-col gap-2">
					<Composer key={record.id} links={{ ...links, own: noun }} draftKey={record.id} />
				</div>
			)}
			<NextCard
				userId={userId}
				of={of}
				own={company && record && { link: chosenLink({ kind: noun, ...record, about: '' }), companyId: company.id }}
				settings={settings}
				shown={shown}
				morePath={next && (`${path}?followUps=${next}` as Route)}
				planned={planned}
				coming={<ComingPlans />}
			/>
			<Timeline userId={userId} of={of} timeline={timeline} />
		</PendingActivities>
	);
}
