import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ChevronLeftIcon, ChevronRightIcon } from '@/components/ui/icons';
import type { PageTurn } from '@/domain/merge/merge-query';
import { listCountText } from '@/lib/list/list-count';
import { placeParams } from '@/lib/list/list-meaning';
import { type FoundPage, lastPage, type NounForms, type PagePlace, pageRows } from '@/lib/list/list-params';
import { counted } from '@/lib/text/counted';
import { ListLink } from './list-link';
import { ParamSelect } from './param-select';

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
		<nav
			aria-label="Pages"
			className="flex flex-wrap items-center justify-between gap-3 py-3 text-muted-foreground text-sm tabular-nums"
		>
			<p data-list-count data-from={from} data-all={number} tabIndex={-1} className="outline-none">
				{shown > 0 ? `${from.toLocaleString('en')}–${(from + shown - 1).toLocaleString('en')} of ${all}` : all}
			</p>
			<div data-print="no" className="flex items-center gap-2">
				{count > pageRows[0] && (
					<ParamSelect
						label="Rows per page"
						param="rows"
						options={pageRows.map((number) => ({ value: String(number), label: `${number} rows` }))}
						value={String(rows)}
						query={query}
						className="h-8 w-26"
					/>
				)}
				<PageLink turn={{ by: -1, pages: end }} href={page > 1 ? href(place(previous, 'before', ids[0])) : undefined}>
					<ChevronLeftIcon /> Previous
				</PageLink>
				<PageLink turn={{ by: 1, pages: end }} href={more ? href(place(page + 1, 'after', ids.at(-1))) : undefined}>
					Next <ChevronRightIcon />
				</PageLink>
			</div>
		</nav>
	);
}

function PageLink({ href, turn, children }: { href: string | undefined; turn: PageTurn; children: ReactNode }) {
	if (!href) {
		return (
			<Button variant="outline" size="sm" disabled>
				{children}
			</Button>
		);
	}
	return (
		<Button asChild variant="outline" size="sm">
			<ListLink href={href} scroll sets={placeParams} turn={turn}>
				{children}
			</ListLink>
		</Button>
	);
}
