/** What is kept of the backups: the last one of so many days, of so many weeks, and before so many updates. */
const KEPT_DAYS = 7;
const KEPT_WEEKS = 4;
const KEPT_UPDATES = 3;

/**
 * Which of some backups, the newest first, are not needed any more: all but the last one of each of the last seven days that
 * have one and of each of the last four weeks that have one; and of those made before an update all but the last one before each
 * of the last three. Files
 * of other names are not backups.
 */
export function outdated(names: string[]): string[] {
	const days = new Set<string>();
	const weeks = new Set<number>();
	const updates = new Set<string>();
	return names.filter((name) => {
		const update = beforeUpdate.exec(name)?.[1];
		if (update) {
			const isRepeated = updates.has(update);
			updates.add(update);
			return isRepeated || updates.size > KEPT_UPDATES;
		}
		const day = dayOf(name);
		if (!day) return false;
		// weeks begin on Monday; day 0 of the calendar was a Thursday
		const week = Math.floor((Date.parse(`${day}T00:00Z`) / 86_400_000 + 3) / 7);
		const isKept = (!days.has(day) && days.size < KEPT_DAYS) || (!weeks.has(week) && weeks.size < KEPT_WEEKS);
		days.add(day);
		weeks.add(week);
		return !isKept;
	});
}

const beforeUpdate = /^minicrm-\d{8}T\d{6}Z-before-(\w+)\.backup\.gz$/;

const daily = /^minicrm-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup\.gz$/;

/** When a daily backup was made by its name, in milliseconds; null of another file. */
export function madeAt(name: string): number | null {
	const found = daily.exec(name);
	return found && Date.parse(name.replace(daily, '$1-$2-$3T$4:$5:$6Z'));
}

/** Whether a file is a backup, by its name. */
export const isBackup = (name: string) => dayOf(name) !== null || beforeUpdate.test(name);

/** Whether a file is a backup that failed its trial. */
export const isUnverified = (name: string) => /^minicrm-.*-unverified\.backup\.gz$/.test(name);

/** The day (YYYY-MM-DD, UTC) that a backup's name says, or null of another file's. */
function dayOf(name: string): string | null {
	return daily.test(name) ? name.replace(daily, '$1-$2-$3') : null;
}
