'use client';

import type { Route } from 'next';
import { memo, useEffect, useEffectEvent, useRef, useState } from 'react';
import { SignedOut } from '@/components/form/signed-out';
import { Button } from '@/components/ui/button';
import { ChevronsRightIcon, PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { stageMarks } from '@/components/ui/tones';
import type { NoAnswer } from '@/lib/browser/read-json';
import { type DealStage, isClosed, stageNames } from '../stage/stages';
import type { Fold } from './board-choices';
import { BoardColumnHead } from './board-column-head';
import type { ShownCard, ShownHead } from './board-columns';
import { tooManyGroups } from './board-groups';
import { ColumnCards, type ColumnCardsProps } from './column-cards';
import { ColumnStrip } from './column-strip';
import { NewCardLazy } from './new-card-lazy';

type BoardColumnProps = ColumnCardsProps & {
	stage: DealStage;
	cards: ShownCard[];
	/** The whole column added up by the database. */
	head: ShownHead;
	/** Whether a move is on its way that will change the sums. */
	counting: boolean;
	/** For how many days closed deals are shown; null for all of them. */
	recentDays: number | null;
	/** The address of the list with all of a closed stage, if it has one. */
	allHref: string | null;
	/** Whether it is a strip, which only a closed stage's column can be. */
	fold: Fold | undefined;
	onFold: (stage: DealStage, fold: Fold) => void;
	/** The account's currency, which new deals are in. */
	currency: string;
	more: boolean;
	failed: NoAnswer | undefined;
	onMore: (stage: DealStage) => void;
};

/** A stage's column: its head, then its cards, of which more are loaded as it is scrolled. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
	const { stage, cards, parts, head, counting, recentDays, allHref, fold, onFold, currency } = props;
	const { dragged, place, menu, onMenuClose, more, failed, onMore } = props;
	const [adds, setAdds] = useState<boolean | null>(null);
	const plus = useRef<HTMLButtonElement>(null);
	return (
		<section
			aria-label={stageNames[stage]}
			data-stage={stage}
			data-fold={fold}
			data-over={place ? '' : undefined}
			className="board-column"
		>
			{isClosed(stage) && (
				<ColumnStrip stage={stage} head={head} over={place !== null} onOpen={() => onFold(stage, 'open')} />
			)}
			<BoardColumnHead
				name={stageNames[stage]}
				mark={stageMarks[stage]}
				head={head}
				counting={counting}
				action={
					isClosed(stage) ? (
						<button type="button" onClick={() => onFold(stage, 'folded')} className="column-button max-sm:hidden">
							<ChevronsRightIcon className="size-4" />
							<span className="sr-only">
								Fold <span>{stageNames[stage]}</span>
							</span>
						</button>
					) : (
						<button
							ref={plus}
							type="button"
							aria-expanded={adds === true}
							onClick={() => setAdds(adds !== true)}
							className="column-button"
						>
							<PlusIcon className="size-4" />
							<span className="sr-only">
								Add a deal to <span>{stageNames[stage]}</span>
							</span>
						</button>
					)
				}
				aside={isClosed(stage) ? <RecentlyClosed stage={stage} days={recentDays} allHref={allHref} /> : undefined}
			/>
			{adds !== null && (
				<NewCardLazy
					stage={stage}
					currency={currency}
					open={adds}
					onClose={() => {
						setAdds(false);
						plus.current?.focus();
					}}
				/>
			)}
			<ColumnCards
				{...{ parts, dragged, place, menu, onMenuClose }}
				name={stage}
				count={head.count}
				cards={cards}
				more={more && <More key={cards.length} stage={stage} paused={counting} failed={failed} onMore={onMore} />}
			/>
		</section>
	);
});

type RecentlyClosedProps = { stage: DealStage; days: number | null; allHref: string | null };

/** Says that a closed column is not all of its stage, and leads to the rest. */
function RecentlyClosed({ stage, days, allHref }: RecentlyClosedProps) {
	if (days === null) return null;
	return (
		<div className="shrink-0">
			<dt className="sr-only">Shown</dt>
			<dd className="inline">
				<span className="@max-[15.5rem]/column:sr-only">
					Last <span>{days}</span> days ·{' '}
				</span>
				{allHref === null ? (
					<span title={tooManyGroups}>recent only</span>
				) : (
					<Link href={allHref as Route} className="underline">
						all
						<span className="sr-only">
							{' '}
							of <span>{stageNames[stage]}</span>
						</span>
					</Link>
				)}
			</dd>
		</div>
	);
}

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
