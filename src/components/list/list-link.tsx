'use client';

import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import type { PageTurn } from '@/domain/merge/merge-query';
import { useListNavigation } from './list-transition';

/** A link to other rows of the same list, which dims the present ones while they come. */
export function ListLink({
	href,
	scroll = false,
	sets,
	turn,
	...props
}: Omit<ComponentProps<'a'>, 'href'> & {
	href: string;
	scroll?: boolean;
	sets?: readonly string[] | 'all';
	turn?: PageTurn;
}) {
	const { goTo } = useListNavigation();
	return (
		<Link
			href={href as Route}
			scroll={scroll}
			prefetch={false}
			onNavigate={(event) => {
				event.preventDefault();
				goTo(href.split('?')[1] ?? '', { scroll, sets, turn });
			}}
			{...props}
		/>
	);
}
