import { listCountText } from '@/lib/list/list-count';
import { type FoundPage, lastPage, type NounForms, type PagePlace, pageRows } from '@/lib/list/list-params';
import { counted } from '@/lib/text/counted';
import { PageSteps } from './page-steps';

type PaginationProps = {
	/** The rows on this page by their ids, and of how many; more than `limit` are not counted. */
	ids: string[];
	limit: number;
	href: (place: Omit<PagePlace, 'rows'>) => string;
	/** The list's query string. */
	query: string;
	noun: NounForms;
} & FoundPage &
	Pick<PagePlace, 'rows'>;

/** Says which rows these are of how many, and leads to the pages beside this one. */
export function Pagination({ page, rows, more, ids, count, limit, href, query, noun }: PaginationProps) {
	const shown = ids.length;
	const from = (page - 1) * rows + 1;
	const number = listCountText(count);
	const all = count > limit ? `${number} ${noun[1]}` : counted(count, ...noun);
	// from beyond the end, back to the last page, as far as it is known by a number
	const end = count > limit ? lastPage(rows) : Math.max(1, Math.ceil(count / rows));
	const previous = shown > 0 ? page - 1 : Math.min(page - 1, end);
	// far into the list a page is known by the row beside it
	const place = (to: number, side: 'after' | 'before', id: string | undefined): Omit<PagePlace, 'rows'> =>
		to > lastPage(rows) && id ? { page: to, cursor: { side, id } } : { page: to };
	return (
		<PageSteps
			words={shown > 0 ? `${from.toLocaleString('en')}–${(from + shown - 1).toLocaleString('en')} of ${all}` : all}
			from={from}
			all={number}
			rows={rows}
			sizes={count > pageRows[0] ? pageRows : []}
			query={query}
			previous={page > 1 ? href(place(previous, 'before', ids[0])) : undefined}
			next={more ? href(place(page + 1, 'after', ids.at(-1))) : undefined}
			end={end}
		/>
	);
}
