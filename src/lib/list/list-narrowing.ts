import { hasConditions, type Where } from './conditions';

type NarrowedState = { q: string; filters: Record<string, string[]>; where: Where };

/** Whether a search or a filter leaves out rows. */
export function isNarrowed({ q, filters, where }: NarrowedState): boolean {
	return q !== '' || hasConditions(where) || Object.values(filters).some((values) => values.length > 0);
}
