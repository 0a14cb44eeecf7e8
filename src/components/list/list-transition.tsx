'use client';

import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { createContext, type MouseEvent, type ReactNode, useContext, useEffect, useRef, useTransition } from 'react';
import { linkToFollow } from '@/components/layout/link-to-follow';
import { markLink } from '@/components/layout/page-on-its-way';
import { mergeQuery, type PageTurn, turnPage } from '@/domain/merge/merge-query';
import { panelRecordOf, withPanel } from '@/domain/panel-record';
import { listChangeOf } from './list-link';

type ListChange = {
	scroll?: boolean;
	/** Back leads to before this change and the one that was replaced. */
	replace?: boolean;
	/** The parameters that become what is asked for, whatever was asked for a moment ago; `all` leaves nothing else. */
	sets?: readonly string[] | 'all' | undefined;
	/** A step from page to page: two of them in a row lead two pages on. */
	turn?: PageTurn | undefined;
};

type ListNavigation = {
	/** Whether the list is on its way to other rows. */
	pending: boolean;
	/** Leads to the same list with another query string (without `?`). */
	goTo: (query: string, change?: ListChange) => void;
	/** Reads the same rows again. */
	refresh: () => void;
};

const ListContext = createContext<ListNavigation>({ pending: false, goTo: () => {}, refresh: () => {} });

/** How the parts of a list lead to other rows of it. */
export function useListNavigation() {
	return useContext(ListContext);
}

/** Around a list with its toolbar: what leads to other rows starts here. */
export function ListFrame({ children }: { children: ReactNode }) {
	const router = useRouter();
	const pathname = usePathname();
	const shown = useSearchParams().toString();
	const [pending, start] = useTransition();
	const leadsTo = useRef(shown);
	const going = useRef(false);
	useEffect(() => {
		if (pending || !going.current) return;
		going.current = false;
		// what had the focus can be gone with the old rows, such as the filter that was taken off
		if (document.activeElement !== document.body) return;
		const next = document.querySelector<HTMLElement>('[data-list-count]') ?? document.getElementById('main');
		next?.focus({ preventScroll: true });
	}, [pending]);

	function goTo(asked: string, { scroll = false, replace = false, sets, turn }: ListChange = {}) {
		let query: string | null = asked;
		// what is asked for here knows only of the rows on the screen
		if (pending && turn) query = turnPage(leadsTo.current, turn);
		else if (pending && sets !== 'all') query = mergeQuery(shown, leadsTo.current, asked, sets);
		// on its way to the last page that there is, or that is known by its number
		if (query === null) return;
		leadsTo.current = query;
		going.current = true;
		const href = `${pathname}${withPanel(query, panelRecordOf(new URLSearchParams(location.search)))}` as Route;
		start(() => (replace ? router.replace(href, { scroll }) : router.push(href, { scroll })));
	}

	function followLink(event: MouseEvent) {
		const link = linkToFollow(event.nativeEvent);
		const change = link && listChangeOf(link);
		if (!change) return;
		event.preventDefault();
		markLink(link);
		goTo(change.query, change);
	}
	return (
		<ListContext value={{ pending, goTo, refresh: () => start(() => router.refresh()) }}>
			{/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: what is clicked is a link in it */}
			<div className="contents" onClick={followLink}>
				{children}
			</div>
		</ListContext>
	);
}

/** Around the rows, which stay as they are while others are on their way. */
export function ListRows({ children }: { children: ReactNode }) {
	const { pending } = useListNavigation();
	return <div aria-busy={pending}>{children}</div>;
}
