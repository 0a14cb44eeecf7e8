'use client';

import { useSyncExternalStore } from 'react';
import { rememberInCookie } from '@/lib/browser/cookie';
import { areShortcutsOn, SHORTCUTS_COOKIE } from '@/lib/browser/keyboard';

/** Whether single keys are shortcuts in this browser; `onServer` is what the server rendered with. */
export function useShortcuts(onServer = true): boolean {
	return useSyncExternalStore(
		watchShortcuts,
		() => areShortcutsOn(document.documentElement.dataset.shortcuts),
		() => onServer,
	);
}

/** Switches the shortcuts on or off, at once and for later visits. */
export function switchShortcuts(on: boolean) {
	if (on) delete document.documentElement.dataset.shortcuts;
	else document.documentElement.dataset.shortcuts = 'off';
	rememberInCookie(SHORTCUTS_COOKIE, on ? 'on' : 'off');
}

function watchShortcuts(onChange: () => void) {
	const observer = new MutationObserver(onChange);
	observer.observe(document.documentElement, { attributeFilter: ['data-shortcuts'] });
	return () => observer.disconnect();
}
