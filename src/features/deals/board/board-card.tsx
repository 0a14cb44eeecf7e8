'use client';

import { memo, type ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { stageMarks } from '@/components/ui/tones';
import { dealPath } from '@/domain/paths';
import { WorstSignal } from '../signals/worst-signal';
import { type DealStage, stageNames } from '../stage/stages';
import type { CardPart } from './board-choices';
import type { ShownCard } from './board-columns';
import { CardFieldLines } from './card-fields';
import type { MenuMove } from './card-menu';
import { CardMenuButton } from './card-menu-button';
import { CardMenuLazy } from './card-menu-lazy';

type BoardCardProps = {
	/** With its stage where the column does not say it. */
	card: ShownCard & { stage?: DealStage | undefined };
	/** What the user wants to see of it. */
	parts: readonly CardPart[];
	/** Whether it is on its way with the pointer. */
	dragged: boolean;
	/** Whether a line above or below shows that the dragged card would land there. */
	drop: 'above' | 'below' | null;
	/** What its menu offers while that is open. */
	menu: MenuMove | null;
	onMenuClose: () => void;
};

/** The id of what tells screen readers how to drag. */
export const dragHelp = 'drag-help';

/** A card in its column: a link to the deal that can be dragged, by mouse and finger anywhere, by key with Space. */
export const BoardCard = memo(function BoardCard({ card, parts, dragged, drop, menu, onMenuClose }: BoardCardProps) {
	return (
		<li data-card={card.id} data-dragged={dragged || undefined} data-drop={drop ?? undefined} className="board-card">
			<CardText
				card={card}
				parts={parts}
				name={
					<Link href={dealPath(card.id)} draggable={false} title={card.name} translate="no" aria-describedby={dragHelp}>
						{card.name}
					</Link>
				}
				menu={
					<span data-menu>
						<CardMenuButton label={`Actions for ${card.name}`} open={menu !== null} />
						{menu && <CardMenuLazy move={menu} name={card.name} onClose={onMenuClose} />}
					</span>
				}
			/>
		</li>
	);
});

/** The card under the pointer while it is dragged. */
export function DraggedCard({ card, parts }: Pick<BoardCardProps, 'card' | 'parts'>) {
	return (
		<div data-lifted className="board-card">
			<CardText
				card={card}
				parts={parts}
				name={
					<span data-name translate="no">
						{card.name}
					</span>
				}
			/>
		</div>
	);
}

type CardTextProps = Pick<BoardCardProps, 'card' | 'parts'> & { name: ReactNode; menu?: ReactNode };

const closeWords = { closed: 'Closed', passed: 'Expected close date', expected: 'Expected close date' };

function CardText({
	card: { id, stage, value, company, contact, probability, close, days, signals },
	parts,
	name,
	menu,
}: CardTextProps) {
	const shows = (part: CardPart) => parts.includes(part);
	const names = [shows('company') && company, shows('contact') && contact].filter(Boolean).join(' · ');
	return (
		<>
			<div>
				{name}
				{menu}
			</div>
			{(stage || shows('value') || shows('probability') || names) && (
				<p data-with>
					{stage && (
						<span data-dot title={stageNames[stage]} className={stageMarks[stage]}>
							<span className="sr-only">{stageNames[stage]}</span>
						</span>
					)}
					{shows('value') && <b>{value}</b>}
					{shows('probability') && <span data-number>{probability}</span>}
					{names && (
						<span translate="no" title={names}>
							{names}
						</span>
					)}
				</p>
			)}
			<CardFieldLines id={id} parts={parts} />
			{(signals || close || shows('days')) && (
				<div data-foot>
					{shows('signal') && signals && <WorstSignal signals={signals} />}
					{shows('days') && <span data-number>{days === 1 ? '1 day here' : `${days} days here`}</span>}
					{shows('close') && close && (
						<span data-close={close.is} title={`${closeWords[close.is]}: ${close.whole}`}>
							<svg aria-hidden className="icon-flag" />
							<span className={close.is === 'closed' ? undefined : 'sr-only'}>{closeWords[close.is]}</span> {close.day}
						</span>
					)}
				</div>
			)}
		</>
	);
}
