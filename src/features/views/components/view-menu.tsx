'use client';

import { useRef } from 'react';
import { message } from '@/components/form/message';
import {
	DropdownMenu,
	DropdownMenuAnchor,
	DropdownMenuContent,
	DropdownMenuItem,
	DropdownMenuSeparator,
	focusFirst,
} from '@/components/ui/dropdown-menu';
import {
	ArrowDownIcon,
	ArrowUpIcon,
	BookmarkPlusIcon,
	ListIcon,
	PencilIcon,
	PinIcon,
	PinOffIcon,
	RotateCcwIcon,
	SaveIcon,
	TrashIcon,
} from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { viewPath, wholeListPath } from '@/domain/paths';
import { focusPage } from '@/lib/browser/focus-page';
import { changeView, deleteView, moveView, setDefaultView } from '../actions';
import type { ShownView } from '../list-page';
import { listNames } from '../view';
import type { ViewChange } from './use-change';

type ViewMenuProps = {
	shown: ShownView;
	view: NonNullable<ShownView['view']>;
	change: ViewChange;
	/** Opens a dialog, which has the focus then. */
	onAsk: (dialog: 'rename' | 'save') => void;
	onClose: () => void;
	/** Brings the focus back to what opened the menu. */
	focus: () => void;
};

/** What can be done with the view that a list was opened as. Hangs on the button that opened it. */
export function ViewMenu({ shown, view, change, onAsk, onClose, focus }: ViewMenuProps) {
	const { list, query } = shown;
	const { id, isDefault } = view;
	const leaves = useRef(false);
	const noun = listNames[list];
	const ask = (dialog: 'rename' | 'save') => {
		leaves.current = true;
		onAsk(dialog);
	};
	const move = (direction: 'up' | 'down') =>
		change(
			() => moveView({ id, direction }),
			(name) => message`Moved ${name} ${<span>{direction}</span>}`,
		);
	return (
		<DropdownMenu open onOpenChange={(open) => open || onClose()}>
			<DropdownMenuAnchor />
			<DropdownMenuContent
				ref={focusFirst}
				align="start"
				aria-label={`View ${view.name}`}
				aria-labelledby={undefined}
				className="min-w-56"
				onCloseAutoFocus={(event) => {
					event.preventDefault();
					if (!leaves.current) focus();
				}}
			>
				{view.isChanged && (
					<>
						{query !== '' && (
							<>
								<DropdownMenuItem
									onSelect={() =>
										change(
											() => changeView({ id, query }),
											(name) => message`Saved the view ${name}`,
										)
									}
								>
									<SaveIcon />
									<span className="max-w-64 truncate">
										Save changes to “<span translate="no">{view.name}</span>”
									</span>
								</DropdownMenuItem>
								<DropdownMenuItem onSelect={() => ask('save')}>
									<BookmarkPlusIcon /> Save as new view…
								</DropdownMenuItem>
							</>
						)}
						<DropdownMenuItem asChild>
							<Link href={viewPath(view)}>
								<RotateCcwIcon /> Back to the view as saved
							</Link>
						</DropdownMenuItem>
						<DropdownMenuSeparator />
					</>
				)}
				<DropdownMenuItem onSelect={() => ask('rename')}>
					<PencilIcon /> Rename…
				</DropdownMenuItem>
				<DropdownMenuItem
					onSelect={() =>
						change(
							() => setDefaultView({ id, isDefault: !isDefault }),
							(name) =>
								isDefault
									? `${noun} opens with everything again`
									: message`${<span>{noun}</span>} opens with ${name} from now on`,
						)
					}
				>
					{isDefault ? <PinOffIcon /> : <PinIcon />}
					<span>{`Open ${noun} with ${isDefault ? 'everything' : 'this view'}`}</span>
				</DropdownMenuItem>
				{!view.isFirst && (
					<DropdownMenuItem onSelect={() => move('up')}>
						<ArrowUpIcon /> Move up
					</DropdownMenuItem>
				)}
				{!view.isLast && (
					<DropdownMenuItem onSelect={() => move('down')}>
						<ArrowDownIcon /> Move down
					</DropdownMenuItem>
				)}
				<DropdownMenuItem asChild>
					<Link href={wholeListPath(list)}>
						<ListIcon /> <span>{`Show all ${noun.toLowerCase()}`}</span>
					</Link>
				</DropdownMenuItem>
				<DropdownMenuSeparator />
				<DropdownMenuItem
					variant="destructive"
					onSelect={() => {
						// the button that opened the menu goes with the view
						leaves.current = true;
						change(
							() => deleteView({ id }),
							(name) => message`Deleted the view ${name}`,
							focusPage,
						);
					}}
				>
					<TrashIcon /> Delete view
				</DropdownMenuItem>
			</DropdownMenuContent>
		</DropdownMenu>
	);
}
