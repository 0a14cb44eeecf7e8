/** Something that a browser reminds of at a moment. */
export type Reminder = {
	/** What it is and when, so that each browser says it once. */
	key: string;
	/** When to remind of it, as an ISO instant. */
	at: string;
	/** When it is due, as the account writes it. */
	time: string;
	title: string;
	/** With whom, if it is known. */
	who: string | null;
	/** Where to see it. */
	path: string;
};

/** The coming reminders, and how many follow-ups are overdue or due today. */
export type ComingReminders = { due: number; coming: Reminder[] };

/** A meeting is reminded of so many minutes before it begins. */
export const minutesBeforeMeeting = 10;

/** Whether a reminder is still to come. */
export const isBeforeReminder = (now: Date, { at }: Reminder) => Date.parse(at) > now.getTime();

/** Those whose moment has come after `since`, up to `now` (both in milliseconds). */
export function comeSince(reminders: Reminder[], since: number, now: number): Reminder[] {
	return reminders.filter(({ at }) => Date.parse(at) > since && Date.parse(at) <= now);
}

/** How many are due, before the title of a page. */
export function withCount(title: string, due: number): string {
	const bare = title.replace(/^\(\d+\+?\) /, '');
	if (due === 0) return bare;
	return `(${due > 99 ? '99+' : due}) ${bare}`;
}
