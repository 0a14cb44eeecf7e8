import type { ReactNode } from 'react';
import { ArrowDownIcon, ArrowUpIcon } from '@/components/ui/icons';
import { TableHead } from '@/components/ui/table';
import type { Direction } from '@/lib/list/list-params';
import { ListLink } from './list-link';

type SortHeaderProps = {
	href: string;
	/** The present direction, where the list is sorted by this column. */
	direction: Direction | undefined;
	className?: string;
	children: ReactNode;
};

/** A column's head that sorts by it; a second click turns the order around. */
export function SortHeader({ href, direction, className, children }: SortHeaderProps) {
	const Arrow = direction === 'desc' ? ArrowDownIcon : ArrowUpIcon;
	return (
		<TableHead className={className} aria-sort={direction && (direction === 'asc' ? 'ascending' : 'descending')}>
			<ListLink
				href={href}
				sets={['sort']}
				className="inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-foreground"
			>
				{children}
				{direction && <Arrow className="size-3.5" />}
			</ListLink>
		</TableHead>
	);
}
