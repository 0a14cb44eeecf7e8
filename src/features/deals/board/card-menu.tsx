'use client';

import { useEffect, useRef } from 'react';
import {
	DropdownMenu,
	DropdownMenuAnchor,
	DropdownMenuContent,
	DropdownMenuGroup,
	DropdownMenuItem,
	DropdownMenuLabel,
	DropdownMenuSeparator,
	focusFirst,
} from '@/components/ui/dropdown-menu';
import { ArrowDownIcon, ArrowUpIcon, ArrowUpToLineIcon } from '@/components/ui/icons';
import { stageMarks } from '@/components/ui/tones';
import { type DealStage, dealStages, stageNames } from '../stage/stages';

/** The ways that a card's menu offers: to another column, or within its own. */
export type MenuMove = {
	stage: DealStage;
	toStage: (stage: DealStage) => void;
	/** Missing where the card is first, or last. */
	up?: () => void;
	top?: () => void;
	down?: () => void;
};

type CardMenuProps = { move: MenuMove; name: string; onClose: () => void };

/**
 * Moves a card without dragging: to another column, or up and down in its own. Hangs on the button that opened it, which
 * stays as it is and gets the focus back.
 */
export function CardMenu({ move, name, onClose }: CardMenuProps) {
	const { stage, toStage, up, top, down } = move;
	const anchor = useRef<HTMLSpanElement>(null);
	const opener = useRef<HTMLElement | null>(null);
	useEffect(() => {
		opener.current = anchor.current?.parentElement?.querySelector('button') ?? null;
	}, []);
	return (
		<DropdownMenu open onOpenChange={(open) => open || onClose()}>
			<DropdownMenuAnchor ref={anchor} />
			<DropdownMenuContent
				ref={focusFirst}
				align="end"
				aria-label={`Move ${name} to…`}
				aria-labelledby={undefined}
				onCloseAutoFocus={(event) => {
					event.preventDefault();
					opener.current?.focus({ preventScroll: true });
				}}
			>
				<DropdownMenuLabel>Move to…</DropdownMenuLabel>
				<DropdownMenuGroup>
					{dealStages
						.filter((each) => each !== stage)
						.map((each) => (
							<DropdownMenuItem key={each} onSelect={() => toStage(each)}>
								<span aria-hidden className={`size-2.5 rounded-full ${stageMarks[each]}`} />
								<span>{stageNames[each]}</span>
							</DropdownMenuItem>
						))}
				</DropdownMenuGroup>
				{(top || up || down) && <DropdownMenuSeparator />}
				{top && (
					<DropdownMenuItem onSelect={top}>
						<ArrowUpToLineIcon /> Top of the column
					</DropdownMenuItem>
				)}
				{up && (
					<DropdownMenuItem onSelect={up}>
						<ArrowUpIcon /> Up
					</DropdownMenuItem>
				)}
				{down && (
					<DropdownMenuItem onSelect={down}>
						<ArrowDownIcon /> Down
					</DropdownMenuItem>
				)}
			</DropdownMenuContent>
		</DropdownMenu>
	);
}
