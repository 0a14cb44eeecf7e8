'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { message } from '@/components/form/message';
import { offerSave } from '@/components/list/save-offer';
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
	const label = view ? 'Save changes' : 'Save view';
	const isOffered = query !== '' && (!view || view.isChanged);
	function save() {
		if (!view) return setIsNamed(true);
		change(
			() => changeView({ id: view.id, query }),
			(name) => message`Saved the view ${name}`,
			focusPage,
		);
	}
	const saveFromElsewhere = useEffectEvent(save);
	// the filters of a phone cover the button
	useEffect(() => (isOffered ? offerSave({ label, save: () => saveFromElsewhere() }) : undefined), [isOffered, label]);
	if (view) {
		if (!isOffered) return null;
		return (
			<Button variant="outline" aria-disabled={pending || undefined} onClick={save}>
				<SaveIcon />
				<span>{pending ? 'Saving…' : label}</span>
			</Button>
		);
	}
	return (
		<>
			{isOffered && (
				<Button ref={button} variant="outline" aria-haspopup="dialog" onClick={() => setIsNamed(true)}>
					<BookmarkPlusIcon />
					<span className="max-sm:sr-only">{label}</span>
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
