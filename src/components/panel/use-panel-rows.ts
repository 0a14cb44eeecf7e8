'use client';
'use no memo';

import { useEffect, useEffectEvent } from 'react';
import { isPlain } from '@/components/layout/link-to-follow';
import { isShortcut } from '@/lib/browser/keyboard';
import { noteLink, noteOrigin } from './list-origin';
import { forgetAwaited, openRowInPanel } from './open-panel';
import { hasRoom, recordOfRow, rowLink, rowOf } from './panel-rows';
import { askForRecordPage } from './read-record-page';

/** What is neither a link nor anything else that a click is meant for. */
const interactive = 'a,button,input,label,select,textarea,summary,[contenteditable],[role=button],[role=option]';

/** Hears clicks on rows, and the keys that open one, by one listener each for whatever stands on the page. */
export function usePanelRows() {
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

	const onPress = useEffectEvent((event: PointerEvent) => {
		const row = rowOf(event.target);
		const record = row && hasRoom() && recordOfRow(row);
		if (!record || event.pointerType === 'touch' || event.defaultPrevented || !isPlain(event)) return;
		// a card may be about to be dragged
		if (!row.matches('[data-card]') && !isOnControl(event, row)) askForRecordPage(record, row);
	});

	const onDoubleClick = useEffectEvent((event: MouseEvent) => {
		// by the table, which edits the cell
		if (event.defaultPrevented && rowOf(event.target)) forgetAwaited();
	});

	const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
		const { key, target } = event;
		if (event.defaultPrevented || !isShortcut(event)) return;
		const row = rowOf(target);
		// Space picks a card up, and presses what is no link
		if (!row || (key !== 'v' && (key !== ' ' || row.matches('[data-card]') || !isLink(target)))) return;
		openRow(row);
		event.preventDefault();
		event.stopPropagation();
	});

	useEffect(() => {
		const click = (event: MouseEvent) => onClick(event);
		const press = (event: PointerEvent) => onPress(event);
		const doubleClick = (event: MouseEvent) => onDoubleClick(event);
		const keyDown = (event: KeyboardEvent) => onKeyDown(event);
		// before those that follow links
		document.addEventListener('click', click);
		document.addEventListener('pointerdown', press);
		document.addEventListener('dblclick', doubleClick);
		// before those of the list
		document.addEventListener('keydown', keyDown, true);
		return () => {
			document.removeEventListener('click', click);
			document.removeEventListener('pointerdown', press);
			document.removeEventListener('dblclick', doubleClick);
			document.removeEventListener('keydown', keyDown, true);
		};
	}, []);
}

/** Where the panel has no room, and for what it does not show, the row is its link. */
function openRow(row: HTMLElement) {
	if (!hasRoom() || !recordOfRow(row)) rowLink(row)?.click();
	else openRowInPanel(row);
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
