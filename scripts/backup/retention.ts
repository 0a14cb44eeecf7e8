import fs from 'node:fs';
import path from 'node:path';

const KEPT_DAYS = 7;
const KEPT_WEEKS = 4;
const KEPT_UPDATES = 3;

/** The backups of a folder by name, the newest first. */
export function listBackups(folder: string): string[] {
	return fs
		.readdirSync(folder)
		.filter((name) => dayOf(name) !== null || beforeUpdate.test(name))
		.sort()
		.reverse();
}

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

/** Removes the backups of a folder that are not needed any more; returns their names. */
export function removeOutdated(folder: string): string[] {
	const names = outdated(listBackups(folder));
	for (const name of names) fs.rmSync(path.join(folder, name));
	return names;
}

/** Backups that did not pass their trial: none to count on, though the newest is kept for who knows what to do with it. */
export function removeUnverified(folder: string): void {
	const [, ...others] = fs
		.readdirSync(folder)
		.filter((name) => /^minicrm-.*-unverified\.backup\.gz$/.test(name))
		.sort()
		.reverse();
	for (const name of others) fs.rmSync(path.join(folder, name));
}

const beforeUpdate = /^minicrm-\d{8}T\d{6}Z-before-(\w+)\.backup\.gz$/;

const daily = /^minicrm-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup\.gz$/;

/** When a daily backup was made by its name, in milliseconds; null of another file. */
export function madeAt(name: string): number | null {
	const found = daily.exec(name);
	return found && Date.parse(name.replace(daily, '$1-$2-$3T$4:$5:$6Z'));
}

/** The day (YYYY-MM-DD, UTC) that a backup's name says, or null of another file's. */
function dayOf(name: string): string | null {
	return daily.test(name) ? name.replace(daily, '$1-$2-$3') : null;
}
