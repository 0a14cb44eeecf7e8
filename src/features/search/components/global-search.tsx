'use client';

import { useEffect, useState } from 'react';
import { SearchIcon } from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { isComposing, isDialogOpen, isShortcut } from '@/lib/browser/keyboard';
import { awaitField } from '@/lib/browser/type-ahead';
import { SearchDialogLazy } from './search-dialog-lazy';
import type { CommandActions } from './use-command-runner';

/** In the header: opens the search by click, by `/` and by Ctrl-K or Cmd-K. */
export function GlobalSearch({ actions }: { actions: CommandActions }) {
	'use no memo';
	// there is none until it is first asked for
	const [open, setOpen] = useState<boolean | null>(null);
	const singleKeys = useShortcuts();

	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			const combination = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
			const isAsked = combination ? event.key.toLowerCase() === 'k' : event.key === '/' && isShortcut(event);
			if (!isAsked || isComposing(event)) return;
			// a dialog that asks for an answer comes first
			if (isDialogOpen()) return;
			event.preventDefault();
			awaitField();
			setOpen(true);
		};
		window.addEventListener('keydown', onKeyDown);
		return () => window.removeEventListener('keydown', onKeyDown);
	}, []);

	// Back shows another page, and what is open here was made for the one before
	useEffect(() => {
		const onPopState = () => setOpen(false);
		window.addEventListener('popstate', onPopState);
		return () => window.removeEventListener('popstate', onPopState);
	}, []);

	return (
		<>
			<button
				type="button"
				aria-haspopup="dialog"
				aria-keyshortcuts={singleKeys ? '/ Control+K Meta+K' : 'Control+K Meta+K'}
				onClick={() => {
					awaitField();
					setOpen(true);
				}}
				className="flex h-9 w-full min-w-0 max-w-md items-center gap-2 rounded-md border border-foreground/20 bg-card px-3 text-left text-muted-foreground hover:border-ring pointer-coarse:h-11"
			>
				<SearchIcon className="size-4 shrink-0" />
				<span className="min-w-0 flex-1 truncate">Search</span>
				<Kbd aria-hidden className="in-data-[shortcuts=off]:hidden max-sm:hidden">
					/
				</Kbd>
			</button>
			{open !== null && <SearchDialogLazy open={open} onOpenChange={setOpen} actions={actions} />}
		</>
	);
}
