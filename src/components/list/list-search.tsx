'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { SearchIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { useListNavigation } from './list-transition';

/** While rows are on their way, letters that follow each other faster than this are searched for together. */
const debounceMilliseconds = 50;

type ListSearchProps = {
	label: string;
	value: string;
	/** What else the search understands. */
	hint: string;
	/** The list's query string without it. */
	otherParams: string;
};

/** A list's search. */
export function ListSearch({ label, value, hint, otherParams }: ListSearchProps) {
	const { goTo, pending } = useListNavigation();
	const isOnItsWay = useRef(pending);
	useLayoutEffect(() => {
		isOnItsWay.current = pending;
	}, [pending]);
	const [typed, setTyped] = useState(value);
	const sought = useRef(value);

	// Back and Forward change the address under the box; an earlier answer than the one that is awaited does not. With the rows:
	// a moment later, the next search may have begun, and these would take its last letter away
	useLayoutEffect(() => {
		if (pending || value === sought.current) return;
		sought.current = value;
		setTyped(value);
	}, [value, pending]);

	useEffect(() => {
		if (typed === sought.current) return;
		const search = () => {
			sought.current = typed;
			const params = new URLSearchParams(otherParams);
			if (typed) params.set('q', typed);
			// one step back from a search, however many letters it was typed in
			goTo(params.toString(), { sets: ['q'], replace: value !== '' });
		};
		const timer = setTimeout(search, isOnItsWay.current ? debounceMilliseconds : 0);
		// someone who follows a link meanwhile has found what they wanted
		const cancel = (event: MouseEvent) =>
			event.target instanceof Element && event.target.closest('a') && clearTimeout(timer);
		document.addEventListener('click', cancel, true);
		return () => {
			clearTimeout(timer);
			document.removeEventListener('click', cancel, true);
		};
	}, [typed, value, otherParams, goTo]);

	return (
		<div className="relative col-span-2 sm:w-40 sm:max-w-xs sm:grow">
			<SearchIcon className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground" />
			<Input
				type="search"
				aria-label={label}
				placeholder={label}
				title={hint}
				value={typed}
				maxLength={200}
				onChange={(event) => setTyped(event.target.value)}
				className="pl-9"
			/>
		</div>
	);
}
