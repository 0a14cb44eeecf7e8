import { readJson } from '@/lib/browser/read-json';
import { listCountText } from '@/lib/list/list-count';
import type { ListOrigin } from './list-origin';

/** Which record of the list it is, such as "3 of 48", and the ids of those beside it. */
export type PagerPlace = { text: string; within: string | null; previous: string | null; next: string | null };

type Neighbours = { place: number | null; count: number; previous: string | null; next: string | null };

const listOf = { company: 'companies', contact: 'contacts', deal: 'deals' } as const;

/** A record's place in what it was opened from: in a list as that is now, otherwise among the rows that were on the screen. */
export async function readPagerPlace(origin: ListOrigin, id: string, signal: AbortSignal): Promise<PagerPlace | null> {
	if ('ids' in origin) {
		const { ids, count, within } = origin;
		const index = ids.indexOf(id);
		const text = `${(index + 1).toLocaleString('en')} of ${count}`;
		return { text, within, previous: ids[index - 1] ?? null, next: ids[index + 1] ?? null };
	}
	const asked = new URLSearchParams({ list: listOf[origin.kind], query: origin.query, id });
	const { place, count, previous, next } = await readJson<Neighbours>(`/api/neighbours?${asked}`, signal);
	// one that the list has no more, or that stands further back than rows are counted
	return {
		text: `${place === null ? '–' : place.toLocaleString('en')} of ${listCountText(count)}`,
		within: null,
		previous,
		next,
	};
}
