'use client';

import { useDroppable } from '@dnd-kit/core';
import type { Route } from 'next';
import { memo, useEffect, useEffectEvent, useRef } from 'react';
import { SignedOut } from '@/components/form/signed-out';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { stageMarks } from '@/components/ui/tones';
import type { NoAnswer } from '@/lib/browser/read-json';
import { cn } from '@/lib/cn';
import { counted } from '@/lib/text/counted';
import { type DealStage, isClosed, stageNames } from '../stage/stages';
import { BoardCard } from './board-card';
import { countOf, type ShownCard, type ShownSum } from './board-columns';
import type { MenuMove } from './card-menu';
import type { DropPlace } from './use-drag';

type BoardColumnProps = {
	stage: DealStage;
	cards: ShownCard[];
	/** The whole column added up by the database. */
	sums: ShownSum[];
	/** Whether a move is on its way that will change the sums. */
	counting: boolean;
	/** For how many days closed deals are shown; null for all of them. */
	recentDays: number | null;
	/** The address of the list with all of the stage. */
	allHref: string;
	dragged: string | null;
	place: DropPlace | null;
	/** The card whose menu is open, and what it offers. */
	menu: { id: string; move: MenuMove } | null;
	onMenuClose: () => void;
	more: boolean;
	failed: NoAnswer | undefined;
	onMore: (stage: DealStage) => void;
};

/** A stage's column: its sums, then its cards, of which more are loaded as it is scrolled. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
	const { stage, cards, sums, counting, recentDays, allHref, dragged, place, menu, onMenuClose, more, failed } = props;
	const { onMore } = props;
	const { setNodeRef } = useDroppable({ id: stage });
	const others = place ? cards.filter(({ id }) => id !== dragged) : [];
	const above = place && others[place.index]?.id;
	const below = place && !above ? others.at(-1)?.id : undefined;
	return (
		<section
			aria-label={stageNames[stage]}
			className={cn('relative flex min-h-0 flex-col rounded-lg bg-muted', place && 'ring-2 ring-ring/60')}
		>
			<div aria-busy={counting} className={cn('flex flex-col px-3 pt-2.5 pb-2', counting && '[&_dd]:opacity-50')}>
				<div className="flex items-center gap-2">
					<span aria-hidden className={`size-2.5 rounded-full ${stageMarks[stage]}`} />
					<h2 className="font-semibold">{stageNames[stage]}</h2>
					<span className="text-muted-foreground tabular-nums">
						<span aria-hidden>{countOf(sums).toLocaleString('en')}</span>
						<span className="sr-only">{counted(countOf(sums), 'deal', 'deals')}</span>
					</span>
				</div>
				{isClosed(stage) && recentDays !== null && (
					<p className="text-muted-foreground text-xs">
						Last <span>{recentDays}</span> days ·{' '}
						<Link href={allHref as Route} className="underline">
							all
							<span className="sr-only">
								{' '}
								of <span>{stageNames[stage]}</span>
							</span>
						</Link>
					</p>
				)}
				<dl className="tabular-nums">
					{sums.map(({ currency, value, weighted }) => (
						<div key={currency}>
							<dt className="sr-only">
								Total and weighted total in <span>{currency}</span>
							</dt>
							<dd className="wrap-anywhere font-semibold">{value}</dd>
							<dd className="wrap-anywhere text-muted-foreground text-xs">
								weighted <span>{weighted}</span>
							</dd>
						</div>
					))}
				</dl>
			</div>
			<ul
				ref={setNodeRef}
				data-column={stage}
				data-count={countOf(sums).toLocaleString('en')}
				className="relative flex min-h-24 flex-1 flex-col gap-2.5 overflow-y-auto overflow-x-hidden px-2 pt-1.5 pb-3"
			>
				{cards.map((card) => (
					<BoardCard
						key={card.id}
						card={card}
						dragged={card.id === dragged}
						drop={card.id === above ? 'above' : card.id === below ? 'below' : null}
						menu={menu?.id === card.id ? menu.move : null}
						onMenuClose={onMenuClose}
					/>
				))}
				{more && <More key={cards.length} stage={stage} paused={counting} failed={failed} onMore={onMore} />}
				{cards.length === 0 && !more && <li className="px-1 py-2 text-muted-foreground">No deals</li>}
			</ul>
		</section>
	);
});

type MoreProps = {
	stage: DealStage;
	paused: boolean;
	failed: NoAnswer | undefined;
	onMore: (stage: DealStage) => void;
};

/** Stands below the loaded cards; coming into view, it loads the next ones. */
function More({ stage, paused, failed, onMore }: MoreProps) {
	const element = useRef<HTMLLIElement>(null);
	const load = useEffectEvent(() => onMore(stage));
	useEffect(() => {
		if (!element.current || paused || failed) return;
		const observer = new IntersectionObserver(
			([entry]) => entry?.isIntersecting && load(),
			// begins a screenful early
			{ root: element.current.parentElement, rootMargin: '600px 0px' },
		);
		observer.observe(element.current);
		return () => observer.disconnect();
	}, [paused, failed]);
	return (
		<li ref={element} className="flex flex-col items-start gap-2 px-1 py-2 text-muted-foreground">
			{failed ? (
				<>
					<span>{failed === 'signedOut' ? <SignedOut /> : 'Couldn’t load more deals.'}</span>
					<Button size="sm" variant="outline" onClick={() => onMore(stage)}>
						Try again
					</Button>
				</>
			) : (
				'Loading more…'
			)}
		</li>
	);
}
