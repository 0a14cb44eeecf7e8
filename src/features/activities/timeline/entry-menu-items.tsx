'use client';

import type { Route } from 'next';
import {
	DropdownMenu,
	DropdownMenuAnchor,
	DropdownMenuContent,
	DropdownMenuItem,
	DropdownMenuSeparator,
	focusFirst,
} from '@/components/ui/dropdown-menu';
import { PencilIcon, PinIcon, PinOffIcon, TrashIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { activityPath } from '@/domain/paths';

type EntryMenuItemsProps = {
	id: string;
	title: string;
	/** For a note. */
	pin?: { isPinned: boolean; onPin: () => void } | undefined;
	onDelete: () => void;
	onClose: () => void;
	/** Brings the focus back to what opened the menu. */
	focus: () => void;
};

/** What can be done with an entry of a timeline. Hangs on the button that opened it. */
export function EntryMenuItems({ id, title, pin, onDelete, onClose, focus }: EntryMenuItemsProps) {
	return (
		<DropdownMenu open onOpenChange={(open) => open || onClose()}>
			<DropdownMenuAnchor />
			<DropdownMenuContent
				ref={focusFirst}
				align="end"
				aria-label={`Actions for ${title}`}
				aria-labelledby={undefined}
				onCloseAutoFocus={(event) => {
					event.preventDefault();
					focus();
				}}
			>
				<DropdownMenuItem asChild>
					<Link href={`${activityPath(id)}/edit` as Route}>
						<PencilIcon /> Edit
					</Link>
				</DropdownMenuItem>
				{pin && (
					<DropdownMenuItem onSelect={pin.onPin}>
						{pin.isPinned ? <PinOffIcon /> : <PinIcon />} {pin.isPinned ? 'Unpin note' : 'Pin note'}
					</DropdownMenuItem>
				)}
				<DropdownMenuSeparator />
				<DropdownMenuItem variant="destructive" onSelect={onDelete}>
					<TrashIcon /> Delete
				</DropdownMenuItem>
			</DropdownMenuContent>
		</DropdownMenu>
	);
}
