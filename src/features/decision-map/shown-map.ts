import type { MapNode } from './map-layout';
import type { MapFacts, MapRole } from './map-words';

/** A company's decision map in words: the contacts on it, and who reports to whom. */
export type ShownMap = {
	contacts: MapFacts[];
	/** What each role is called. */
	roles: [MapRole, string][];
	roots: MapNode[];
	/** How many contacts it shows at the most, and whether the company has more. */
	most: number;
	hasMore: boolean;
};
