'use client';

import { memo, type ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { dealPath } from '@/domain/paths';
import { DealSignals } from '../signals/deal-signals';
import { SignalChips } from '../signals/signal-chips';
import type { ShownCard } from './board-columns';
import type { MenuMove } from './card-menu';
import { CardMenuButton } from './card-menu-button';
import { CardMenuLazy } from './card-menu-lazy';

type BoardCardProps = {
	card: ShownCard;
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
export const BoardCard = memo(function BoardCard({ card, dragged, drop, menu, onMenuClose }: BoardCardProps) {
	return (
		<li data-card={card.id} data-dragged={dragged || undefined} data-drop={drop ?? undefined} className="board-card">
			<CardText
				card={card}
				name={
					<Link href={dealPath(card.id)} draggable={false} translate="no" aria-describedby={dragHelp}>
						{card.name}
					</Link>
				}
				signals={<DealSignals signals={card.signals} />}
				menu={
					<span data-menu>
						<CardMenuButton name={card.name} open={menu !== null} />
						{menu && <CardMenuLazy move={menu} name={card.name} onClose={onMenuClose} />}
					</span>
				}
			/>
		</li>
	);
});

/** The card under the pointer while it is dragged. */
export function DraggedCard({ card }: { card: ShownCard }) {
	return (
		<div data-lifted className="board-card">
			<CardText
				card={card}
				name={
					<span data-name translate="no">
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
			<div>
				{name}
				{menu}
			</div>
			<p data-value>{value}</p>
			<p data-with translate="no">
				<span>{company}</span>
				{contact && <span>{` · ${contact}`}</span>}
			</p>
			{signals}
			<p data-days>
				{close && <span>{close}</span>}
				<span>{days === 0 ? 'here since today' : days === 1 ? '1 day here' : `${days} days here`}</span>
			</p>
		</>
	);
}
