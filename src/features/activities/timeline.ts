import type { NamedRecord } from '@/domain/named-record';
import type { Settings } from '@/features/account/server/account-queries';
import { type DealStage, stageNames } from '@/features/deals/schema';
import { dayIn, daysBetween, formatDay, formatMonth, formatTime, startOfWeek } from '@/lib/dates/dates';
import { richText } from '@/lib/text/markdown';
import type { RichText } from '@/lib/text/rich-text';
import type { ActivityType, LinkColumns } from './activity-types';

// A timeline's entries as text: written on the server, whether with the page or when more is loaded.

/** An entry as the database has it: something that was logged, or a deal that came to a stage. */
export type TimelineEntry = LinkColumns & {
	kind: 'activity' | 'stage';
	id: string;
	at: Date;
	type: ActivityType | null;
	subject: string | null;
	description: string | null;
	durationMinutes: number | null;
	outcome: string | null;
	nextSteps: string | null;
	from: DealStage | null;
	to: DealStage | null;
};

/** A text with its Markdown and links, and whether it takes more than a few lines. */
export type ShownText = { blocks: RichText; isLong: boolean };

/** An entry as it is shown. */
export type ShownEntry = {
	id: string;
	/** Milliseconds since 1970, by which older entries are asked for. */
	at: number;
	/** The heading under which it stands. */
	group: string;
	when: string;
	type: ActivityType | 'stage';
	title: string;
	stage: DealStage | null;
	minutes: number | null;
	outcome: string | null;
	description: ShownText | null;
	nextSteps: ShownText | null;
	company: NamedRecord;
	people: NamedRecord[];
	deal: NamedRecord | null;
};

/** Entries as text, in groups by the user's days. */
export function presentTimeline(entries: TimelineEntry[], settings: Settings, now: Date): ShownEntry[] {
	return entries.map((entry) => {
		const { id, at, type, subject, from, to, companyId, companyName, people, dealId, dealName } = entry;
		const group = groupOf(at, settings, now);
		const time = formatTime(at, settings);
		return {
			id,
			at: at.getTime(),
			group,
			when: group === 'Today' || group === 'Yesterday' ? time : `${formatDay(at, settings)}, ${time}`,
			type: type ?? 'stage',
			title: subject ?? stageTitle(from, to),
			stage: to,
			minutes: entry.durationMinutes,
			outcome: entry.outcome,
			description: shownText(entry.description, settings),
			nextSteps: shownText(entry.nextSteps, settings),
			company: { id: companyId, name: companyName },
			people,
			deal: dealId && dealName ? { id: dealId, name: dealName } : null,
		};
	});
}

const foldedLength = 240;

function shownText(text: string | null, { locale }: Settings): ShownText | null {
	if (!text) return null;
	return { blocks: richText(text, locale), isLong: text.length > foldedLength || text.split('\n').length > 3 };
}

function stageTitle(from: DealStage | null, to: DealStage | null): string {
	if (!to) return 'Stage';
	return from ? `${stageNames[from]} → ${stageNames[to]}` : `New deal in ${stageNames[to]}`;
}

/** Upcoming, today, yesterday, this week, then by month. */
function groupOf(at: Date, settings: Settings, now: Date): string {
	if (at > now) return 'Upcoming';
	const day = dayIn(at, settings.timeZone);
	const today = dayIn(now, settings.timeZone);
	const days = daysBetween(day, today);
	if (days === 0) return 'Today';
	if (days === 1) return 'Yesterday';
	if (day >= startOfWeek(today, settings.weekStart)) return 'This week';
	return formatMonth(day, settings);
}
