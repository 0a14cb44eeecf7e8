'use client';

import { useRef, useState } from 'react';
import { message } from '@/components/form/message';
import { Button } from '@/components/ui/button';
import { BookmarkPlusIcon, SaveIcon } from '@/components/ui/icons';
import { focusPage } from '@/lib/browser/focus-page';
import { changeView } from '../actions';
import type { ShownView } from '../list-page';
import { useChange } from './use-change';
import { ViewDialogLazy } from './view-dialog-lazy';

/** Keeps the list as it is: under a name, or in the view that it was opened as and differs from. */
export function SaveView({ shown }: { shown: ShownView }) {
	'use no memo';
	const { query, view } = shown;
	const [isNamed, setIsNamed] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const isSaved = useRef(false);
	const { pending, change } = useChange();
	if (view) {
		if (query === '' || !view.isChanged) return null;
		return (
			<Button
				variant="outline"
				aria-disabled={pending || undefined}
				onClick={() =>
					change(
						() => changeView({ id: view.id, query }),
						(name) => message`Saved the view ${name}`,
						focusPage,
					)
				}
			>
				<SaveIcon />
				<span>{pending ? 'Saving…' : 'Save changes'}</span>
			</Button>
		);
	}
	return (
		<>
			{query !== '' && (
				<Button ref={button} variant="outline" aria-haspopup="dialog" onClick={() => setIsNamed(true)}>
					<BookmarkPlusIcon />
					<span className="max-sm:sr-only">Save view</span>
				</Button>
			)}
			{isNamed && (
				<ViewDialogLazy
					shown={shown}
					onClose={() => setIsNamed(false)}
					onSaved={() => {
						isSaved.current = true;
					}}
					onClosed={() => {
						// the button disappears once nothing is left to save
						focusPage(isSaved.current ? null : button.current);
						isSaved.current = false;
					}}
				/>
			)}
		</>
	);
}
