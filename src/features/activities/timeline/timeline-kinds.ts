import { type ActivityType, activityTypes } from '../activity-types';

/** What the entries of a timeline are: activities of a type, or what became of the record's deals. */
export const timelineKinds = [...activityTypes, 'change'] as const;

export type TimelineKind = ActivityType | 'change';

/** The filters of a timeline, in their order. */
export const kindFilters: [kind: TimelineKind | null, label: string][] = [
	[null, 'All'],
	['call', 'Calls'],
	['email', 'Emails'],
	['meeting', 'Meetings'],
	['note', 'Notes'],
	['change', 'Changes'],
];

/** The most entries of a kind that are counted. */
export const maxCounted = 1_000;

/** How many entries of each kind, at most one more than are counted. */
export type KindCounts = Record<TimelineKind, number>;

/** How many entries a filter leaves: "14", or "1,000+" where no more are counted. */
export function countText(counts: KindCounts, kind: TimelineKind | null): string {
	const counted = kind ? [counts[kind]] : timelineKinds.map((each) => counts[each]);
	const known = counted.map((count) => Math.min(count, maxCounted)).reduce((sum, count) => sum + count, 0);
	return known.toLocaleString('en') + (counted.some((count) => count > maxCounted) ? '+' : '');
}

/** The number of timeline entries that are loaded at once: with the page, and when more are asked for. */
export const timelineEntriesAtOnce = { first: 30, more: 60 };
