import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { listTimeline, type TimelineOwner, timelineEntriesAtOnce } from '../server/activity-queries';
import { presentTimeline } from '../timeline';
import { TimelineEntriesLazy } from './timeline-entries-lazy';

/** The activities of a company, contact or deal, and the stage changes of its deals, the latest first. */
export async function Timeline({ of }: { of: TimelineOwner }) {
	const userId = await requireUserId();
	const [entries, settings] = await Promise.all([listTimeline(userId, of), getSettings(userId)]);
	const own = of.dealId ? 'deal' : of.contactId ? 'contact' : 'company';
	return (
		<TimelineEntriesLazy
			key={JSON.stringify(of)}
			of={of}
			own={own}
			initial={presentTimeline(entries, settings, new Date())}
			more={entries.length === timelineEntriesAtOnce}
		/>
	);
}
