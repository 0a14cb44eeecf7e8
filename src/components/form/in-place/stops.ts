import { keyOf, type Property } from './property';

/** A value of a property: of several emails, phones or links, which. */
export type Stop = { key: string; place: number };

export const isSameStop = (one: Stop | null, other: Stop | null) =>
	one?.key === other?.key && one?.place === other?.place;

/** The values of a property, each of which is edited by itself. */
export function stopsOf(property: Property): Stop[] {
	const key = keyOf(property);
	const count = property.editor.as === 'points' ? (property.points?.length ?? 0) : 1;
	return Array.from({ length: Math.max(count, 1) }, (_, place) => ({ key, place }));
}

/** How an editor is left: what has the focus afterwards depends on it. */
export type Leaving = 'here' | 'elsewhere' | 'next' | 'previous';
