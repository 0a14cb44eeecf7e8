'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ChevronLeftIcon, ChevronRightIcon } from '@/components/ui/icons';
import type { PageTurn } from '@/domain/merge/merge-query';
import { placeParams } from '@/lib/list/list-meaning';
import { ListLink } from './list-link';
import { ParamSelect } from './param-select';

type PageStepsProps = {
	/** Which rows these are, in words: the number of the first, and how many there are in all. */
	words: string;
	from: number;
	all: string;
	/** How many rows a page has, and can have; none for a list that is short anyway. */
	rows: number;
	sizes: readonly number[];
	/** The list's query string. */
	query: string;
	/** The pages beside this one, and the last one that there is. */
	previous: string | undefined;
	next: string | undefined;
	end: number;
};

/** Below a list: which rows these are, and the way to others. */
export function PageSteps({ words, from, all, rows, sizes, query, previous, next, end }: PageStepsProps) {
	return (
		<nav
			aria-label="Pages"
			className="flex flex-wrap items-center justify-between gap-3 py-3 text-muted-foreground text-sm tabular-nums"
		>
			<p data-list-count data-from={from} data-all={all} tabIndex={-1} className="outline-none">
				{words}
			</p>
			<div data-print="no" className="flex items-center gap-2">
				{sizes.length > 0 && (
					<ParamSelect
						label="Rows per page"
						param="rows"
						options={sizes.map((number) => ({ value: String(number), label: `${number} rows` }))}
						value={String(rows)}
						query={query}
						className="h-8 w-26"
					/>
				)}
				<PageLink turn={{ by: -1, pages: end }} href={previous}>
					<ChevronLeftIcon /> Previous
				</PageLink>
				<PageLink turn={{ by: 1, pages: end }} href={next}>
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
