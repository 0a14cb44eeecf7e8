'use client';

import { useSyncExternalStore } from 'react';

/** How the list on the screen is saved as it is. */
export type SaveOffer = { label: string; save: () => void };

let offered: SaveOffer | null = null;
const listeners = new Set<() => void>();

function offer(next: SaveOffer | null): void {
	offered = next;
	for (const notify of listeners) notify();
}

/** Offers to save the list, for wherever its user is; returns what ends that. */
export function offerSave(next: SaveOffer): () => void {
	offer(next);
	return () => {
		if (offered === next) offer(null);
	};
}

function subscribe(notify: () => void): () => void {
	listeners.add(notify);
	return () => listeners.delete(notify);
}

/** How the list can be saved, where there is something to save. */
export const useSaveOffer = () =>
	useSyncExternalStore(
		subscribe,
		() => offered,
		() => null,
	);
