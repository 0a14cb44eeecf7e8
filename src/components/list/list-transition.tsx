'use client';

import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, useContext, useRef, useTransition } from 'react';
import { cn } from '@/lib/cn';
import { mergeQuery } from '@/lib/merge-query';

type Change = {
	scroll?: boolean;
	/** The parameters that become what is asked for, whatever was asked for a moment ago; `all` leaves nothing else. */
	sets?: readonly string[] | 'all' | undefined;
};

type ListNavigation = {
	/** Whether the list is on its way to other rows. */
	pending: boolean;
	/** Leads to the same list with another query string (without `?`). */
	goTo: (query: string, change?: Change) => void;
};

const ListContext = createContext<ListNavigation>({ pending: false, goTo: () => {} });

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
	function goTo(asked: string, { scroll = false, sets }: Change = {}) {
		// what is asked for here knows only of the rows on the screen
		const query = pending && sets !== 'all' ? mergeQuery(shown, leadsTo.current, asked, sets) : asked;
		leadsTo.current = query;
		start(() => router.replace(`${pathname}${query && `?${query}`}` as Route, { scroll }));
	}
	return <ListContext value={{ pending, goTo }}>{children}</ListContext>;
}

/** Around the rows: while others are on their way, the old ones stay, dimmed. */
export function ListRows({ children }: { children: ReactNode }) {
	const { pending } = useListNavigation();
	return (
		<div aria-busy={pending} className={cn('transition-opacity', pending && 'opacity-50')}>
			{children}
		</div>
	);
}
