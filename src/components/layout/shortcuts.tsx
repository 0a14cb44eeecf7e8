'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { mayLeave } from '@/components/form/leave-guard';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { wantedOn } from '@/domain/creating';
import { createPath, createShortcuts, editKey, goAliases, goShortcuts, listKey, sequences } from '@/domain/shortcuts';
import { answerEarlyInput } from '@/lib/browser/early-input';
import { type BegunSequence, readKey } from '@/lib/browser/key-sequence';
import { isShortcut } from '@/lib/browser/keyboard';
import { dropTypedKeys, onFocusMoved, takeKey } from '@/lib/browser/type-ahead';
import { wantCreate } from './create-wanted';
import { useAwaitedPage } from './page-on-its-way';
import { editInPage } from './record-fields';
import { onListWanted } from './shortcut-list-wanted';

/** The list of all shortcuts; no page needs its code to be shown. */
const ShortcutListLazy = loadedWhenIdle(() => import('./shortcut-list').then(({ ShortcutList }) => ShortcutList));

/** Listens for the keys that work on every page, and shows the list of all of them. */
export function Shortcuts() {
	'use no memo';
	const router = useRouter();
	const [listed, setListed] = useState<boolean | null>(null);

	useAwaitedPage();
	useEffect(() => onListWanted(() => setListed(true)), []);

	useEffect(() => {
		let begun: BegunSequence = null;

		function go(path: Route) {
			if (mayLeave()) router.push(path);
		}

		function run(keys: string) {
			if (keys === listKey) return setListed(true);
			if (keys === editKey) return editInPage();
			const place =
				goShortcuts.find((shortcut) => shortcut.keys === keys)?.href ?? goAliases[keys as keyof typeof goAliases];
			if (place) return go(place);
			const made = createShortcuts.find((shortcut) => shortcut.keys === keys)?.creates;
			if (made && !wantCreate(wantedOn(made, window.location.pathname, window.location.search)))
				go(createPath(made, window.location.pathname));
		}

		function onKeyDown(event: KeyboardEvent) {
			if (takeKey(event)) {
				begun = null;
				return;
			}
			const isLetter = event.key.length === 1 && event.key !== ' ' && (!event.shiftKey || event.key === listKey);
			if (!isLetter || event.repeat || !isShortcut(event)) {
				begun = null;
				return;
			}
			const read = readKey(begun, event.key.toLowerCase(), event.timeStamp, sequences);
			begun = read.begun;
			if (!read.taken) return;
			event.preventDefault();
			// the second key of two is nothing else, such as the one that copies
			event.stopPropagation();
			if (read.done) run(read.done);
		}

		window.addEventListener('keydown', onKeyDown, true);
		document.addEventListener('focusin', onFocusMoved);
		document.addEventListener('pointerdown', dropTypedKeys);
		void answerEarlyInput();
		return () => {
			window.removeEventListener('keydown', onKeyDown, true);
			document.removeEventListener('focusin', onFocusMoved);
			document.removeEventListener('pointerdown', dropTypedKeys);
		};
	}, [router]);

	return listed !== null && <ShortcutListLazy open={listed} onOpenChange={setListed} />;
}
