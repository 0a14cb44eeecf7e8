'use client';

import { Building2, CalendarCheck, Handshake, List, type LucideIcon, Plus, UserRound } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/lib/cn';
import type { Line } from '../lines';
import type { SearchedKind } from '../schema';
import { markMatches } from '../text';

const icons: Record<SearchedKind, LucideIcon> = {
	company: Building2,
	contact: UserRound,
	deal: Handshake,
	activity: CalendarCheck,
};

type SearchLineProps = {
	line: Line;
	/** What was searched for, to be marked. */
	q: string;
	id: string;
	active: boolean;
	onPoint: () => void;
	onTake: () => void;
	/** Called when the line is followed. */
	onLeave: () => void;
};

/** One line of the search's answer: a link, which the keys of the input open as well. */
export function SearchLine({ line, q, id, active, onPoint, onLeave }: SearchLineProps) {
	const element = useRef<HTMLAnchorElement>(null);
	useEffect(() => {
		if (active) element.current?.scrollIntoView({ block: 'nearest' });
	}, [active]);
	const Icon = 'hit' in line ? icons[line.hit.kind] : line.creates ? Plus : List;
	return (
		<Link
			ref={element}
			id={id}
			href={line.href as Route}
			prefetch={false}
			role="option"
			tabIndex={-1}
			aria-selected={active}
			onPointerMove={onPoint}
			onClick={(event) => event.ctrlKey || event.metaKey || event.shiftKey || onLeave()}
			className={cn(
				'flex min-h-10 items-center gap-3 rounded-sm px-2 py-1.5 pointer-coarse:min-h-11',
				active && 'bg-accent text-accent-foreground',
			)}
		>
			<Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
			{'hit' in line ? (
				<span className="min-w-0 flex-1">
					<span className="flex flex-wrap items-baseline gap-x-2">
						<span className="wrap-anywhere line-clamp-2 font-medium">
							<Marked text={line.hit.name} q={q} />
						</span>
						{line.hit.decides && (
							<Badge className="bg-authority-primary-soft text-authority-primary-ink">Decision maker</Badge>
						)}
					</span>
					{line.hit.about && (
						<span className="wrap-anywhere line-clamp-2 text-muted-foreground text-xs">
							<Marked text={line.hit.about} q={q} />
						</span>
					)}
				</span>
			) : (
				<span className="wrap-anywhere min-w-0 flex-1">{line.text}</span>
			)}
		</Link>
	);
}

function Marked({ text, q }: { text: string; q: string }) {
	return markMatches(text, q).map(({ text: part, marked, start }) =>
		marked ? (
			<mark key={start} className="rounded-xs bg-warning-soft text-inherit">
				{part}
			</mark>
		) : (
			<span key={start}>{part}</span>
		),
	);
}
