'use client';

import { ArrowDown, ArrowUp, ArrowUpToLine } from 'lucide-react';
import {
	DropdownMenu,
	DropdownMenuContent,
	DropdownMenuGroup,
	DropdownMenuItem,
	DropdownMenuLabel,
	DropdownMenuSeparator,
	DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { stageMarks } from '@/components/ui/tones';
import { dealStages, stageNames } from '../stages';
import { CardMenuButton } from './card-menu-button';
import type { MenuMove } from './card-menu-lazy';

type CardMenuProps = { move: MenuMove; name: string; onClose: () => void };

/** Moves a card without dragging: to another column, or up and down in its own. */
export function CardMenu({ move, name, onClose }: CardMenuProps) {
	const { stage, toStage, up, top, down } = move;
	return (
		<DropdownMenu defaultOpen onOpenChange={(open) => open || onClose()}>
			<DropdownMenuTrigger asChild>
				<CardMenuButton name={name} />
			</DropdownMenuTrigger>
			<DropdownMenuContent align="end">
				<DropdownMenuLabel>Move to…</DropdownMenuLabel>
				<DropdownMenuGroup>
					{dealStages
						.filter((each) => each !== stage)
						.map((each) => (
							<DropdownMenuItem key={each} onSelect={() => toStage(each)}>
								<span aria-hidden className={`size-2.5 rounded-full ${stageMarks[each]}`} />
								{stageNames[each]}
							</DropdownMenuItem>
						))}
				</DropdownMenuGroup>
				{(top || up || down) && <DropdownMenuSeparator />}
				{top && (
					<DropdownMenuItem onSelect={top}>
						<ArrowUpToLine aria-hidden /> Top of the column
					</DropdownMenuItem>
				)}
				{up && (
					<DropdownMenuItem onSelect={up}>
						<ArrowUp aria-hidden /> Up
					</DropdownMenuItem>
				)}
				{down && (
					<DropdownMenuItem onSelect={down}>
						<ArrowDown aria-hidden /> Down
					</DropdownMenuItem>
				)}
			</DropdownMenuContent>
		</DropdownMenu>
	);
}
