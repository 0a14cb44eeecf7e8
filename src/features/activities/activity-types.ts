import type { NamedRecord } from '@/domain/named-record';

/** What can be logged, in the order in which it is offered. */
export const activityTypes = ['call', 'email', 'meeting', 'note'] as const;

export type ActivityType = (typeof activityTypes)[number];

/** Whether something names one of them, such as what stands in an address. */
export function isActivityType(value: unknown): value is ActivityType {
	return activityTypes.some((type) => type === value);
}

export const typeNames: Record<ActivityType, string> = {
	call: 'Call',
	email: 'Email',
	meeting: 'Meeting',
	note: 'Note',
};

/** The most minutes that an activity lasts: a week. */
export const maxMinutes = 10_080;

/** Whom an activity, or an entry of a timeline, belongs to. */
export type LinkColumns = {
	companyId: string;
	companyName: string;
	/** Who took part, the main contact first. */
	people: NamedRecord[];
	dealId: string | null;
	dealName: string | null;
};

/** How many activities of each type. */
export type TypeCounts = Record<ActivityType, number>;

/** How many activities of all types. */
export function totalOf(counts: TypeCounts): number {
	return activityTypes.reduce((sum, type) => sum + counts[type], 0);
}
