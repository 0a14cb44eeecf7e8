import type { RecordRef } from '@/domain/panel-record';

type Open = (record: RecordRef, name: string) => void;

let opens: Open | null = null;
let isFocusAwaited = false;

/** Opens a record in the side panel over whatever page is open; where there is no room for it, its page. */
export function openInPanel(record: RecordRef, name: string): void {
	isFocusAwaited = true;
	opens?.(record, name);
}

/** Says who opens it; returns what ends that. */
export function onOpenInPanel(open: Open): () => void {
	opens = open;
	return () => {
		opens = null;
	};
}

/** Gives the focus to the panel where the dialog that is closing has opened it; returns whether it did. */
export function focusOpenedPanel(): boolean {
	const panel = isFocusAwaited && document.querySelector<HTMLElement>('[data-side-panel]');
	isFocusAwaited = false;
	if (panel) panel.focus({ preventScroll: true });
	return panel !== false && panel !== null;
}
