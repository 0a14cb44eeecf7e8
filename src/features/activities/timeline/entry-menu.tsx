'use client';
'use no memo';

import { useRef, useState, useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { EllipsisIcon } from '@/components/ui/icons';
import { focusPage } from '@/lib/browser/focus-page';
import { deleteActivity, pinNote, unpinNote } from '../actions';
import { EntryMenuItemsLazy } from './entry-menu-items-lazy';
import type { ShownEntry } from './present-timeline';
import type { TimelineRecord } from './timeline-record';

type EntryMenuProps = Pick<ShownEntry, 'id' | 'title' | 'type'> & {
	record: TimelineRecord;
	isPinned: boolean;
	onDelete: (id: string) => void;
};

/** The button of an entry's menu, and what the menu does. */
export function EntryMenu({ id, title, type, record, isPinned, onDelete }: EntryMenuProps) {
	const [open, setOpen] = useState(false);
	const [pending, startChange] = useTransition();
	const button = useRef<HTMLButtonElement>(null);
	const undoToast = useUndoToast();

	function remove() {
		if (pending) return;
		startChange(async () => {
			onDelete(id);
			focusPage(null);
			const result = await deleteActivity({ id }).catch(noAnswerFailure());
			if (result.ok) undoToast(message`Deleted ${title}`, result.changeSet);
			else sayFailure(result);
		});
	}

	function pin() {
		if (pending) return;
		startChange(async () => {
			const change = isPinned ? unpinNote : pinNote;
			const result = await change({ id, noun: record.noun, recordId: record.id }).catch(noAnswerFailure());
			if (result.ok) undoToast(isPinned ? message`Unpinned ${title}` : message`Pinned ${title}`, result.changeSet);
			else sayFailure(result);
		});
	}

	return (
		<span data-menu className="entry-menu">
			<button
				ref={button}
				type="button"
				aria-haspopup="menu"
				aria-expanded={open}
				title={`Actions for ${title}`}
				onClick={() => setOpen(!open)}
			>
				<EllipsisIcon />
				<span className="sr-only">
					Actions for <span translate="no">{title}</span>
				</span>
			</button>
			{open && (
				<EntryMenuItemsLazy
					id={id}
					title={title}
					pin={type === 'note' ? { isPinned, onPin: pin } : undefined}
					onDelete={remove}
					onClose={() => setOpen(false)}
					focus={() => button.current?.focus()}
				/>
			)}
		</span>
	);
}
