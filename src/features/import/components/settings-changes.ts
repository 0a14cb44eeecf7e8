import type { ImportSettings } from '../import-settings';

/** The settings that are not as they were. */
export function changesBetween(before: ImportSettings, after: ImportSettings): Partial<ImportSettings> {
	const keys = Object.keys(after) as (keyof ImportSettings)[];
	const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
	return Object.fromEntries(changed.map((key) => [key, after[key]]));
}
