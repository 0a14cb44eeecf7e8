import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { lastPage, type Place, pageSize } from '@/lib/list-params';
import { ListLink } from './list-link';

type PaginationProps = {
	page: number;
	/** The rows on this page by their ids, and how many the whole list has; more than `limit` are not counted. */
	ids: string[];
	count: number;
	limit: number;
	href: (place: Place) => string;
	/** What is counted, such as "companies". */
	noun: string;
};

/** Says which rows these are of how many, and leads to the pages beside this one. */
export function Pagination({ page, ids, count, limit, href, noun }: PaginationProps) {
	const shown = ids.length;
	const from = (page - 1) * pageSize + 1;
	const counted = count > limit ? `${limit.toLocaleString('en')}+` : count.toLocaleString('en');
	const more = count > limit ? shown === pageSize : page * pageSize < count;
	// from far beyond the end, back to the last page
	const previous = count > limit ? page - 1 : Math.min(page - 1, Math.max(1, Math.ceil(count / pageSize)));
	// far into the list a page is known by the row beside it
	const place = (to: number, side: 'after' | 'before', id: string | undefined): Place =>
		to > lastPage && id ? { page: to, cursor: { side, id } } : { page: to };
	return (
		<nav
			aria-label="Pages"
			className="flex flex-wrap items-center justify-between gap-3 py-3 text-muted-foreground text-sm tabular-nums"
		>
			<p>
				{shown > 0
					? `${from.toLocaleString('en')}–${(from + shown - 1).toLocaleString('en')} of ${counted} ${noun}`
					: `${counted} ${noun}`}
			</p>
			<div className="flex gap-2">
				<PageLink href={page > 1 ? href(place(previous, 'before', ids[0])) : undefined}>
					<ChevronLeft aria-hidden /> Previous
				</PageLink>
				<PageLink href={more ? href(place(page + 1, 'after', ids.at(-1))) : undefined}>
					Next <ChevronRight aria-hidden />
				</PageLink>
			</div>
		</nav>
	);
}

function PageLink({ href, children }: { href: string | undefined; children: ReactNode }) {
	if (!href) {
		return (
			<Button variant="outline" size="sm" disabled>
				{children}
			</Button>
		);
	}
	return (
		<Button asChild variant="outline" size="sm">
			<ListLink href={href} scroll sets={['page', 'after', 'before']}>
				{children}
			</ListLink>
		</Button>
	);
}
