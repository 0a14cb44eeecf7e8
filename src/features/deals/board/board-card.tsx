'use client';

import { useDraggable } from '@dnd-kit/core';
import { memo, type ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { dealPath } from '@/domain/paths';
import { cn } from '@/lib/cn';
import { DealSignals } from '../signals/deal-signals';
import { SignalChips } from '../signals/signal-chips';
import type { ShownCard } from './board-columns';
import type { MenuMove } from './card-menu';
import { CardMenuButton } from './card-menu-button';
import { CardMenuLazy } from './card-menu-lazy';

type BoardCardProps = {
	card: ShownCard;
	/** Whether a line above or below shows that the dragged card would land there. */
	drop: 'above' | 'below' | null;
	/** Opens the card's menu, or closes it. */
	onMenu: (id: string | null) => void;
	menu: MenuMove | null;
};

/** A card in its column: a link to the deal that can be dragged, by mouse and finger anywhere, by key with Space. */
export const BoardCard = memo(function BoardCard({ card, drop, onMenu, menu }: BoardCardProps) {
	const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({ id: card.id });
	return (
		<li
			ref={setNodeRef}
			data-card={card.id}
			data-drop={drop ?? undefined}
			className={cn(cardClasses, dropClasses, isDragging && 'opacity-40')}
			{...listeners}
		>
			<CardText
				card={card}
				name={
					<Link
						ref={setActivatorNodeRef}
						href={dealPath(card.id)}
						draggable={false}
						translate="no"
						aria-describedby={attributes['aria-describedby']}
						className="wrap-anywhere line-clamp-3 flex-1 font-medium after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring"
					>
						{card.name}
					</Link>
				}
				signals={<DealSignals signals={card.signals} className="relative z-10" />}
				menu={
					<span className="relative z-10 -mt-1 -mr-1.5 flex">
						<CardMenuButton name={card.name} open={menu !== null} onClick={() => onMenu(card.id)} />
						{menu && <CardMenuLazy move={menu} name={card.name} onClose={() => onMenu(null)} />}
					</span>
				}
			/>
		</li>
	);
});

const cardClasses =
	'relative flex cursor-grab touch-manipulation select-none [-webkit-touch-callout:none] flex-col gap-1 rounded-md border bg-card p-2.5 shadow-xs hover:border-ring';

const dropClasses =
	'data-[drop]:before:absolute data-[drop]:before:inset-x-0 data-[drop]:before:h-0.5 data-[drop]:before:rounded-full data-[drop]:before:bg-ring data-[drop=above]:before:-top-[5.5px] data-[drop=below]:before:-bottom-[5.5px]';

/** The card under the pointer while it is dragged. */
export function DraggedCard({ card }: { card: ShownCard }) {
	return (
		<div className={cn(cardClasses, 'rotate-1 cursor-grabbing border-ring shadow-lg')}>
			<CardText
				card={card}
				name={
					<span translate="no" className="wrap-anywhere line-clamp-3 flex-1 font-medium">
						{card.name}
					</span>
				}
				signals={card.signals.length > 0 && <SignalChips signals={card.signals} />}
			/>
		</div>
	);
}

type CardTextProps = { card: ShownCard; name: ReactNode; signals: ReactNode; menu?: ReactNode };

function CardText({ card: { value, company, contact, close, days }, name, signals, menu }: CardTextProps) {
	return (
		<>
			<div className="flex items-start gap-1">
				{name}
				{menu}
			</div>
			<p className="font-semibold tabular-nums">{value}</p>
			<p translate="no" className="wrap-anywhere line-clamp-2 text-muted-foreground">
				<span>{company}</span>
				{contact && <span>{` · ${contact}`}</span>}
			</p>
			{signals}
			<p className="flex flex-wrap justify-between gap-x-3 text-muted-foreground text-xs tabular-nums">
				{close && <span>{close}</span>}
				<span>{days === 0 ? 'here since today' : days === 1 ? '1 day here' : `${days} days here`}</span>
			</p>
		</>
	);
}
