import type { NamedRecord } from '@/domain/named-record';
import type { Settings } from '@/features/account/server/account-queries';
import { type DealStage, stageNames } from '@/features/deals/schema';
import { dayIn, daysBetween, formatDate, formatMonth, formatTime } from '@/lib/dates/dates';
import { dateStyleOf, sayDateShortly, sayDay, sayDayOfMonth } from '@/lib/dates/dates-style';
import { withTime } from '@/lib/dates/dates-time';
import { richText } from '@/lib/text/markdown';
import type { RichText } from '@/lib/text/rich-text';
import type { ActivityType, LinkColumns } from '../activity-types';

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
	/** The last follow-up that was made of it. */
	followUp: { dueOn: string | null; dueTime: string | null; isDone: boolean } | null;
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
	/** The month under which it stands. */
	group: string;
	when: string;
	type: ActivityType | 'stage';
	title: string;
	stage: DealStage | null;
	minutes: number | null;
	outcome: string | null;
	description: ShownText | null;
	nextSteps: ShownText | null;
	/** What became of the next steps: "Done", or the day on which they are due. */
	nextState: string | null;
	company: NamedRecord;
	people: NamedRecord[];
	deal: NamedRecord | null;
};

/** Entries as text, each with the month of the user's days that it lies in. */
export function presentTimeline(entries: TimelineEntry[], settings: Settings, now: Date): ShownEntry[] {
	return entries.map((entry) => {
		const { id, at, type, subject, from, to, companyId, companyName, people, dealId, dealName, followUp } = entry;
		return {
			id,
			at: at.getTime(),
			group: formatMonth(dayIn(at, settings.timeZone), settings),
			when: sayWhen(at, settings, now),
			type: type ?? 'stage',
			title: subject ?? stageTitle(from, to),
			stage: to,
			minutes: entry.durationMinutes,
			outcome: entry.outcome,
			description: shownText(entry.description, settings),
			nextSteps: shownText(entry.nextSteps, settings),
			nextState: followUp && sayState(followUp, settings),
			company: { id: companyId, name: companyName },
			people,
			deal: dealId && dealName ? { id: dealId, name: dealName } : null,
		};
	});
}

/** An instant in the user's days, without the year where that is this one: "Today, 14:05", "Fri 27 Nov, 16:05". */
export function sayWhen(at: Date, settings: Settings, now: Date): string {
	const [day, today] = [dayIn(at, settings.timeZone), dayIn(now, settings.timeZone)];
	const named = { '-1': 'Tomorrow', 0: 'Today', 1: 'Yesterday' }[daysBetween(day, today)];
	const style = dateStyleOf(settings.locale);
	const isThisYear = day.slice(0, 4) === today.slice(0, 4);
	return `${named ?? (isThisYear ? sayDay(day, style) : sayDateShortly(day, style))}, ${formatTime(at, settings)}`;
}

/** When a pinned note was written: its day, and the year where that is another one. */
export function sayPinned(at: number, { locale, timeZone }: Settings): string {
	const day = dayIn(new Date(at), timeZone);
	const isThisYear = day.slice(0, 4) === dayIn(new Date(), timeZone).slice(0, 4);
	return isThisYear ? sayDayOfMonth(day, dateStyleOf(locale)) : formatDate(day, { locale });
}

function sayState(
	{ dueOn, dueTime, isDone }: NonNullable<TimelineEntry['followUp']>,
	{ locale }: Settings,
): string | null {
	if (isDone) return 'Done';
	const style = dateStyleOf(locale);
	return dueOn && `Due ${withTime(sayDayOfMonth(dueOn, style), dueTime, style)}`;
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
