'use client';

import { useEffect, useEffectEvent } from 'react';
import { message } from '@/components/form/message';
import { toast } from '@/components/ui/toast';
import { isShortcut } from '@/lib/browser/keyboard';
import type { AgendaEntry } from './agenda-entry';

/** Hears the keys of the page that nothing else has taken; `onKey` returns whether it takes this one. */
export function useEntryKeys(onKey: (key: string) => boolean): void {
	const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
		if (event.defaultPrevented || event.repeat || !isShortcut(event)) return;
		if (onKey(event.key)) event.preventDefault();
	});
	useEffect(() => {
		const listener = (event: KeyboardEvent) => onKeyDown(event);
		document.addEventListener('keydown', listener);
		return () => document.removeEventListener('keydown', listener);
	}, []);
}

/** Calls whom an entry is about, by the telephone link within an element; where there is none, that is said. */
export function callFor(entry: AgendaEntry, within: ParentNode | null): void {
	const link = within?.querySelector<HTMLElement>('a[href^="tel:"]');
	if (link) link.click();
	else toast.info(message`No phone number for ${entry.contact?.name ?? entry.company?.name ?? entry.title}`);
}
