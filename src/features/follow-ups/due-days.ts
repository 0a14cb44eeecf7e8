import type { NamedRecord } from '@/domain/named-record';
import type { Repeat } from '@/domain/repeats/repeat';
import { sayRepeat } from '@/domain/repeats/repeat-words';
import type { Settings } from '@/features/account/server/account-queries';
import { dayIn, daysBetween, daysLater, formatDate, startOfWeek } from '@/lib/dates/dates';
import { dateStyleOf } from '@/lib/dates/dates-style';
import { withTime } from '@/lib/dates/dates-time';
import { counted } from '@/lib/text/counted';
import type { FollowUpGroup, OpenFollowUp } from './server/follow-up-queries';

// When follow-ups are due, in the user's days. The text of a line is made once, on the server.

/**
 * The day (YYYY-MM-DD) that a follow-up is snoozed to. Next week is the first week that starts after tomorrow, with the
 * week start of the settings: on a Sunday, "Tomorrow" and "Next week" would otherwise offer the same Monday.
 */
export function snoozedDay(
	until: string,
	{ timeZone, weekStart }: Pick<Settings, 'timeZone' | 'weekStart'>,
	now: Date,
): string {
	const tomorrow = daysLater(dayIn(now, timeZone), 1);
	if (until === 'tomorrow') return tomorrow;
	if (until === 'nextWeek') return daysLater(startOfWeek(tomorrow, weekStart), 7);
	return until;
}

/** A follow-up as its line shows it. */
export type ShownFollowUp = {
	id: string;
	title: string;
	dueOn: string | null;
	/** HH:MM */
	dueTime: string | null;
	isImportant: boolean;
	repeats: Repeat | null;
	/** How it repeats, in words. */
	repeatWords: string | null;
	group: FollowUpGroup;
	/** Whether they promised it to the user. */
	isTheirs: boolean;
	/** The day in words, with its time. */
	due: string;
	/** How long it is overdue, in words. */
	late: string | null;
	company: NamedRecord | null;
	contact: NamedRecord | null;
	/** Whether the next one can be with the contact too, who may work elsewhere by now. */
	contactStays: boolean;
	deal: NamedRecord | null;
};

/** Follow-ups as text, with the user's days. */
export function presentFollowUps(
	followUps: OpenFollowUp[],
	today: string,
	{ locale }: Pick<Settings, 'locale'>,
): ShownFollowUp[] {
	const style = dateStyleOf(locale);
	return followUps.map((followUp) => {
		const { id, title, dueOn, dueTime, isImportant, repeats, group, isTheirs } = followUp;
		const { companyId, companyName, contactId, contactName, dealId, dealName } = followUp;
		const days = dueOn ? daysBetween(dueOn, today) : 0;
		return {
			id,
			title,
			dueOn,
			dueTime,
			isImportant,
			repeats,
			repeatWords: repeats && sayRepeat(repeats, style),
			group,
			isTheirs,
			due: withTime(dueInWords(dueOn, today, locale), dueTime, style),
			late: days > 0 ? `${counted(days, 'day', 'days')} overdue` : null,
			company: named(companyId, companyName),
			contact: named(contactId, contactName),
			contactStays: followUp.contactStays ?? false,
			deal: named(dealId, dealName),
		};
	});
}

function dueInWords(dueOn: string | null, today: string, locale: string): string {
	if (!dueOn) return 'No date';
	if (dueOn === today) return 'Today';
	return dueOn === daysLater(today, 1) ? 'Tomorrow' : formatDate(dueOn, { locale });
}

function named(id: string | null, name: string | null): NamedRecord | null {
	return id && name ? { id, name } : null;
}

/** What sorts follow-ups, and what is planned at a time (HH:MM), as the server does. */
export function orderKey({
	dueOn,
	dueTime,
	isImportant = false,
	id,
}: Pick<ShownFollowUp, 'dueOn' | 'dueTime' | 'id'> & { isImportant?: boolean }): string {
	return `${dueOn ?? '9999'} ${dueTime ?? '99:99'} ${isImportant ? 0 : 1} ${id}`;
}
