import type { RecordRef } from '@/domain/panel-record';

/** What the panel opens: the record of a row, or one from elsewhere. */
export type PanelRequest = { row: HTMLElement } | { record: RecordRef; name: string };

let opens: ((wanted: PanelRequest) => void) | null = null;
/** What was asked for before the panel's code had come, and who has it fetched. */
let awaited: PanelRequest | null = null;
let tellAwaited: ((isAwaited: boolean) => void) | null = null;
let isFocusAwaited = false;

/** Opens what a row stands for in the side panel. */
export function openRowInPanel(row: HTMLElement): void {
	ask({ row });
}

/** Opens a record in the side panel over whatever page is open; where there is no room for it, its page. */
export function openInPanel(record: RecordRef, name: string): void {
	isFocusAwaited = true;
	ask({ record, name });
}

function ask(wanted: PanelRequest) {
	if (opens) return opens(wanted);
	awaited = wanted;
	tellAwaited?.(true);
}

/** Says who opens it, which is asked at once for what is waited for; returns what ends that. */
export function onOpenInPanel(open: (wanted: PanelRequest) => void): () => void {
	opens = open;
	if (awaited) open(awaited);
	forgetAwaited();
	return () => {
		opens = null;
	};
}

/** Calls back when something is waited for, and when it no longer is; returns what ends that. */
export function onPanelAwaited(tell: (isAwaited: boolean) => void): () => void {
	tellAwaited = tell;
	return () => {
		tellAwaited = null;
	};
}

/** What was asked for before the panel's code had come is not wanted any more. */
export function forgetAwaited(): void {
	awaited = null;
	tellAwaited?.(false);
}

/** Gives the focus to the panel where the dialog that is closing has opened it; returns whether it did. */
export function focusOpenedPanel(): boolean {
	const panel = isFocusAwaited && document.querySelector<HTMLElement>('[data-side-panel]');
	isFocusAwaited = false;
	if (panel) panel.focus({ preventScroll: true });
	return panel !== false && panel !== null;
}
