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
import {
	ArrowDownIcon,
	ArrowUpIcon,
	ArrowUpToLineIcon,
	CalendarPlusIcon,
	FlagIcon,
	Maximize2Icon,
	NotebookPenIcon,
	PencilIcon,
} from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { stageMarks } from '@/components/ui/tones';
import { type DealStage, dealStages, stageNames } from '../stage/stages';

/** What else a card's menu does with its deal. */
export type MenuOffers = {
	open: () => void;
	log: () => void;
	addFollowUp: () => void;
	/** Missing for a closed deal. */
	changeCloseDate?: () => void;
	edit: () => void;
};

/** Where a card's menu brings it, and what else it does. */
export type MenuMove = {
	offers?: MenuOffers;
	/** Whether it was opened to move the card. */
	moves?: boolean;
	stage: DealStage;
	toStage: (stage: DealStage) => void;
	/** Missing where the card is first, or last. */
	up?: () => void;
	top?: () => void;
	down?: () => void;
};

type CardMenuProps = { move: MenuMove; name: string; onClose: () => void };

/**
 * What can be done with a card without dragging: with its deal, to another column, or up and down in its own. Hangs on the button
 * that opened it, which stays as it is and gets the focus back.
 */
export function CardMenu({ move, name, onClose }: CardMenuProps) {
	const { offers, moves, stage, toStage, up, top, down } = move;
	const anchor = useRef<HTMLSpanElement>(null);
	const opener = useRef<HTMLElement | null>(null);
	useEffect(() => {
		opener.current = anchor.current?.parentElement?.querySelector('button') ?? null;
	}, []);
	return (
		<DropdownMenu open onOpenChange={(open) => open || onClose()}>
			<DropdownMenuAnchor ref={anchor} />
			<DropdownMenuContent
				ref={moves ? focusFirstStage : focusFirst}
				align="end"
				aria-label={offers ? `Actions for ${name}` : `Move ${name} to…`}
				aria-labelledby={undefined}
				onCloseAutoFocus={(event) => {
					event.preventDefault();
					opener.current?.focus({ preventScroll: true });
				}}
			>
				{offers && <OfferItems {...offers} />}
				<DropdownMenuLabel className="flex items-center">Move to… {offers && <Key>m</Key>}</DropdownMenuLabel>
				<DropdownMenuGroup>
					{dealStages
						.filter((each) => each !== stage)
						.map((each) => (
							<DropdownMenuItem key={each} data-to-stage="" onSelect={() => toStage(each)}>
								<span aria-hidden className={`mx-0.75 size-2.5 rounded-full ${stageMarks[each]}`} />
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

function OfferItems({ open, log, addFollowUp, changeCloseDate, edit }: MenuOffers) {
	return (
		<>
			<DropdownMenuItem onSelect={open}>
				<Maximize2Icon /> Open <Key>Enter</Key>
			</DropdownMenuItem>
			<DropdownMenuItem onSelect={log}>
				<NotebookPenIcon /> Log activity <Key>l</Key>
			</DropdownMenuItem>
			<DropdownMenuItem onSelect={addFollowUp}>
				<CalendarPlusIcon /> Add follow-up <Key>n</Key>
			</DropdownMenuItem>
			{changeCloseDate && (
				<DropdownMenuItem onSelect={changeCloseDate}>
					<FlagIcon /> Change close date
				</DropdownMenuItem>
			)}
			<DropdownMenuItem onSelect={edit}>
				<PencilIcon /> Edit <Key>e</Key>
			</DropdownMenuItem>
			<DropdownMenuSeparator />
		</>
	);
}

function focusFirstStage(menu: HTMLElement | null) {
	if (menu) requestAnimationFrame(() => menu.querySelector<HTMLElement>('[data-to-stage]')?.focus());
}

function Key({ children }: { children: string }) {
	return (
		<Kbd aria-hidden className="ml-auto in-data-[shortcuts=off]:hidden pointer-coarse:hidden">
			{children}
		</Kbd>
	);
}
