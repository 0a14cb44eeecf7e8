'use client';

import { Search } from 'lucide-react';
import type { Route } from 'next';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Input } from '@/components/ui/input';
import { useListTransition } from './list-transition';

const debounceMilliseconds = 300;

/**
 * A list's search. `hrefs` say where a search leads: the list's address with its other settings, to which `q` is added.
 */
export function SearchBox({ label, value, otherParams }: { label: string; value: string; otherParams: string }) {
	const router = useRouter();
	const pathname = usePathname();
	const [, startSearch] = useListTransition();
	const [typed, setTyped] = useState(value);
	const sought = useRef(value);

	// Back and Forward change the address under the box
	useEffect(() => {
		if (value === sought.current) return;
		sought.current = value;
		setTyped(value);
	}, [value]);

	useEffect(() => {
		if (typed === sought.current) return;
		const timer = setTimeout(() => {
			sought.current = typed;
			const params = new URLSearchParams(otherParams);
			if (typed) params.set('q', typed);
			startSearch(() =>
				router.replace(`${pathname}${params.size > 0 ? `?${params}` : ''}` as Route, { scroll: false }),
			);
		}, debounceMilliseconds);
		return () => clearTimeout(timer);
	}, [typed, otherParams, pathname, router, startSearch]);

	return (
		<div className="relative w-full max-w-sm">
			<Search
				aria-hidden
				className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
			/>
			<Input
				type="search"
				aria-label={label}
				placeholder={label}
				value={typed}
				maxLength={200}
				onChange={(event) => setTyped(event.target.value)}
				className="pl-9"
			/>
		</div>
	);
}
