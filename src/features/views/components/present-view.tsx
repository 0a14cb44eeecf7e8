'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { BookmarkIcon, ChevronDownIcon } from '@/components/ui/icons';
import { focusPage } from '@/lib/browser/focus-page';
import type { ShownView } from '../list-page';
import { useChange } from './use-change';
import { ViewDialogLazy } from './view-dialog-lazy';
import { ViewMenuLazy } from './view-menu-lazy';

/** Beside a list's title: the view that the list was opened as, with the menu of what can be done with it. */
export function PresentView({ shown }: { shown: ShownView }) {
	'use no memo';
	const { view } = shown;
	const [asked, setAsked] = useState<'menu' | 'rename' | 'save' | null>(null);
	const button = useRef<HTMLButtonElement>(null);
	const { change } = useChange();
	if (!view) return null;
	const note = view.isChanged ? 'Changed' : view.isDefault && 'Default';
	const focus = () => focusPage(button.current);
	return (
		<div className="relative flex min-w-0 items-center gap-2">
			<Button
				ref={button}
				variant="outline"
				size="sm"
				aria-haspopup="menu"
				aria-expanded={asked === 'menu'}
				className="min-w-0"
				onClick={() => setAsked('menu')}
			>
				<BookmarkIcon className="text-muted-foreground" />
				<span className="sr-only">View:</span>
				<span translate="no" className="max-w-48 truncate sm:max-w-72">
					{view.name}
				</span>
				<ChevronDownIcon className="text-muted-foreground" />
			</Button>
			{note && <span className="text-muted-foreground">{note}</span>}
			{asked === 'menu' && (
				<ViewMenuLazy
					shown={shown}
					view={view}
					change={change}
					onAsk={setAsked}
					onClose={() => setAsked((present) => (present === 'menu' ? null : present))}
					focus={focus}
				/>
			)}
			{(asked === 'rename' || asked === 'save') && (
				<ViewDialogLazy
					shown={shown}
					renamed={asked === 'rename' ? view : undefined}
					onClose={() => setAsked(null)}
					onClosed={focus}
				/>
			)}
		</div>
	);
}
