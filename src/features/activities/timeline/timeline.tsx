import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import type { TimelineOwner, WholeTimeline } from '../server/timeline-queries';
import { PinnedNote } from './pinned-note';
import { presentTimeline, sayPinned } from './present-timeline';
import { TimelineEntries } from './timeline-entries';
import { timelineEntriesAtOnce } from './timeline-kinds';
import type { TimelineRecord } from './timeline-record';

type TimelineProps = { userId: UserId; of: TimelineOwner; timeline: WholeTimeline };

/** What was logged with a company, a contact or a deal, and the stage changes of its deals, the latest first. */
export async function Timeline({ userId, of, timeline }: TimelineProps) {
	const { entries, pinned, counts, firstAt } = timeline;
	const settings = await getSettings(userId);
	const now = new Date();
	const record = recordOf(of);
	const [note] = pinned ? presentTimeline([pinned], settings, now) : [];
	const yearOf = (at: Date) => Number(dayIn(at, settings.timeZone).slice(0, 4));
	return (
		<TimelineEntries
			key={record.id}
			record={record}
			initial={presentTimeline(entries, settings, now)}
			more={entries.length === timelineEntriesAtOnce.first}
			counts={counts}
			years={{ first: yearOf(firstAt ?? now), last: yearOf(now) }}
			pinnedId={note?.id ?? null}
			pinned={note && <PinnedNote entry={note} record={record} when={sayPinned(note.at, settings)} />}
		/>
	);
}

function recordOf({ companyId, contactId, dealId }: TimelineOwner): TimelineRecord {
	if (dealId) return { noun: 'deal', id: dealId };
	return contactId ? { noun: 'contact', id: contactId } : { noun: 'company', id: companyId ?? '' };
}
