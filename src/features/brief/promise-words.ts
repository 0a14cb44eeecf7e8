import { type DateSettings, dayIn, daysBetween, formatDay } from '@/lib/dates/dates';
import { dateStyleOf } from '@/lib/dates/dates-style';
import { formatDue, writeTime } from '@/lib/dates/dates-time';
import { counted } from '@/lib/text/counted';
import type { Promised } from './server/brief-queries';

/** Whether a promise was kept, in words, and whether that is a reproach. `today` is YYYY-MM-DD. */
export function promiseWords(
	{ dueOn, dueTime, doneAt }: Pick<Promised, 'dueOn' | 'dueTime' | 'doneAt'>,
	today: string,
	settings: DateSettings,
): { text: string; isLate: boolean } {
	if (doneAt) {
		const day = dayIn(doneAt, settings.timeZone);
		const late = dueOn ? daysBetween(dueOn, day) : 0;
		const done = `Done ${formatDay(doneAt, settings)}`;
		return late > 0
			? { text: `${done}, ${counted(late, 'day', 'days')} late`, isLate: true }
			: { text: done, isLate: false };
	}
	if (!dueOn) return { text: 'Open, no date', isLate: false };
	const days = daysBetween(dueOn, today);
	if (days > 0) return { text: `Open, ${counted(days, 'day', 'days')} overdue`, isLate: true };
	const time = dueTime ? ` at ${writeTime(dueTime, dateStyleOf(settings.locale))}` : '';
	return { text: `Open, due ${days === 0 ? `today${time}` : formatDue(dueOn, dueTime, settings)}`, isLate: false };
}
