'use client';
'use no memo';

import { useEffect, useEffectEvent } from 'react';
import { isComposing, isOverlaid, isShortcut, isTyping } from '@/lib/browser/keyboard';
import { noteLink, noteOrigin } from './list-origin';
import { recordOfRow, rowLink, rowOf } from './panel-rows';

/** The narrowest window, in pixels, in which a row opens the panel; below, it opens the record's page. */
const narrowest = 800;

/** Whether the panel leaves anything of the page beside it. */
export const hasRoom = () => window.innerWidth >= narrowest;

type PanelActions = {
	isOpen: boolean;
	openRow: (row: HTMLElement) => boolean;
	openPage: () => void;
	close: () => void;
	step: (by: 1 | -1) => void;
	/** Closes it where the click that opened it turns out to be half of a double click that edits a cell. */
	takeBack: () => void;
	/** Selects the row of the record that is open. */
	select: () => void;
};

/** What is neither a link nor anything else that a click is meant for. */
const interactive = 'a,button,input,label,select,textarea,summary,[contenteditable],[role=button],[role=option]';

/** Hears clicks on rows, and the keys of the panel, by one listener each for whatever stands on the page. */
export function usePanelKeys(actions: PanelActions) {
	const openRow = useEffectEvent((row: HTMLElement) => {
		// where the panel has no room, and for what it does not show, the row is its link
		if (!hasRoom() || !recordOfRow(row)) rowLink(row)?.click();
		else actions.openRow(row);
	});

	const onClick = useEffectEvent((event: MouseEvent) => {
		const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
		const row = rowOf(target);
		noteWay(target, row);
		if (!row || event.defaultPrevented || button !== 0 || shiftKey || altKey || isOnControl(event, row)) return;
		// what was dragged over was to be selected
		if (window.getSelection()?.type === 'Range') return;
		event.preventDefault();
		if (ctrlKey || metaKey) window.open(rowLink(row)?.href, '_blank', 'noopener');
		else openRow(row);
	});

	const onDoubleClick = useEffectEvent((event: MouseEvent) => {
		// by the table, which edits the cell
		if (event.defaultPrevented && rowOf(event.target)) actions.takeBack();
	});

	const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
		if (event.defaultPrevented || !isShortcut(event)) return;
		if (!answers(event)) return;
		event.preventDefault();
		event.stopPropagation();
	});

	function answers({ key, target }: KeyboardEvent): boolean {
		const row = rowOf(target);
		const inPanel = target instanceof Element && target.closest('[data-side-panel]');
		// Space picks a card up, and presses what is no link
		if (row && (key === 'v' || (key === ' ' && !row.matches('[data-card]') && isLink(target)))) {
			openRow(row);
			return true;
		}
		if (!actions.isOpen) return false;
		if (key === 'j' || key === 'k') actions.step(key === 'j' ? 1 : -1);
		else if (key === 'o' || (key === 'Enter' && target instanceof Element && target.matches('[data-side-panel]')))
			actions.openPage();
		else if (key === 'x' && inPanel) actions.select();
		else return false;
		return true;
	}

	/** What else can be closed or called off by Escape comes first: it has seen the key before the window does. */
	const onEscape = useEffectEvent((event: KeyboardEvent) => {
		if (event.key !== 'Escape' || !actions.isOpen || event.defaultPrevented) return;
		if (isComposing(event) || isOverlaid()) return;
		const { target } = event;
		const panel = document.querySelector<HTMLElement>('[data-side-panel]');
		if (!isTyping(target)) actions.close();
		// unless the field has given the focus to something of its own
		else if (panel?.contains(target as Node))
			setTimeout(() => [target, document.body].includes(document.activeElement) && panel.focus());
	});

	useEffect(() => {
		const click = (event: MouseEvent) => onClick(event);
		const doubleClick = (event: MouseEvent) => onDoubleClick(event);
		const keyDown = (event: KeyboardEvent) => onKeyDown(event);
		const closing = (event: KeyboardEvent) => onEscape(event);
		// before those that follow links
		document.addEventListener('click', click);
		document.addEventListener('dblclick', doubleClick);
		// before those of the list, whose keys the panel has while it is open
		document.addEventListener('keydown', keyDown, true);
		window.addEventListener('keydown', closing);
		return () => {
			document.removeEventListener('click', click);
			document.removeEventListener('dblclick', doubleClick);
			document.removeEventListener('keydown', keyDown, true);
			window.removeEventListener('keydown', closing);
		};
	}, []);
}

/** A link that leads out of a list is one that leads back to its next row. */
function noteWay(target: EventTarget | null, row: HTMLElement | null) {
	const link = target instanceof Element ? target.closest('a') : null;
	if (!link || link.closest('[data-side-panel],[data-pager]')) return;
	if (row && link === rowLink(row)) noteOrigin(row);
	else noteLink(link);
}

const isLink = (target: EventTarget | null) => target instanceof Element && target.closest('a[href]') !== null;

/** Whether a click in a row is one on something in it. A card's link lies over all of it: only its words count as the link. */
function isOnControl({ target, detail, clientX, clientY }: MouseEvent, row: HTMLElement): boolean {
	const control = target instanceof Element ? target.closest(interactive) : null;
	if (!control || !row.contains(control)) return false;
	// a key has no place, and opens what it is pressed on
	if (!row.matches('[data-card]') || control !== rowLink(row) || detail === 0) return true;
	const { left, right, top, bottom } = control.getBoundingClientRect();
	return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
