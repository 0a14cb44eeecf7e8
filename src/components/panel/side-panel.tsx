'use client';
'use no memo';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { mayLeave } from '@/components/form/leave-guard';
import { recordPath } from '@/domain/panel-record';
import { focusPage } from '@/lib/browser/focus-page';
import { onOpenInPanel, type PanelRequest } from './open-panel';
import {
	findRow,
	hasRoom,
	isSamePlace,
	markRow,
	pageLink,
	type RowPlace,
	rowLink,
	rowPlace,
	rowsAround,
} from './panel-rows';
import { RecordPanel } from './record-panel';
import { usePanel } from './use-panel';
import { usePanelKeys } from './use-panel-keys';
import { useRecordPage } from './use-record-page';

/** Within this time, in milliseconds, two clicks are one double click. */
const doubleClickTime = 600;

export type SidePanelProps = {
	/** Another one each time that the page was read again. */
	readAt: string;
	/** Whether it is waited for, where its code has not come yet. */
	open: boolean;
};

/**
 * The record that lies beside the page: opened from a row by a click or Space, stepped through with `j` and `k`. In the
 * layout, as a record can be opened from any list.
 */
export function SidePanel({ readAt }: SidePanelProps) {
	const router = useRouter();
	const { asked, place, open, openRow, openedAt, showMore, close, onStep } = usePanel();
	const page = useRecordPage(asked, readAt);
	const [stands, setStands] = useState<RowPlace | null>(null);
	/** Which row is opened once the next page of the list is there. */
	const turning = useRef<'first' | 'last' | null>(null);

	const rowNow = () => asked && findRow(asked.record, place.current.around);

	function step(by: 1 | -1) {
		const row = rowNow();
		const { around, index } = place.current;
		const rows = row ? rowsAround(row) : around?.firstElementChild ? rowsAround(around.firstElementChild) : [];
		// of a row that is gone, the next one stands in its place
		const next = rows[row ? rows.indexOf(row) + by : by > 0 ? index : index - 1];
		if (next) {
			if (openRow(next)) next.scrollIntoView({ block: 'nearest' });
			return;
		}
		const link = row?.closest('table') ? pageLink(by) : null;
		if (!link || !mayLeave()) return;
		turning.current = by > 0 ? 'first' : 'last';
		// a step, and so no way that Back would lead along
		link.dataset.replaces = '';
		link.click();
	}

	function closeAndReturn() {
		turning.current = null;
		const row = rowNow();
		if (close()) focusPage(row && rowLink(row));
	}

	function openPage() {
		if (asked && mayLeave()) router.push(recordPath(asked.record) as Route);
	}

	usePanelKeys({
		isOpen: asked !== null,
		openPage,
		close: closeAndReturn,
		step,
		takeBack: () => void (performance.now() - openedAt() < doubleClickTime && close()),
		select: () => rowNow()?.querySelector<HTMLInputElement>('input[name=selected]')?.click(),
	});

	const onPop = useEffectEvent(onStep);
	const onWanted = useEffectEvent((wanted: PanelRequest) => {
		if ('row' in wanted) {
			turning.current = null;
			openRow(wanted.row);
		} else if (hasRoom()) open(wanted.record, wanted.name);
		else router.push(recordPath(wanted.record));
	});
	useEffect(() => {
		const pop = () => onPop();
		window.addEventListener('popstate', pop);
		const stop = onOpenInPanel((wanted) => onWanted(wanted));
		return () => {
			window.removeEventListener('popstate', pop);
			stop();
		};
	}, []);

	const mark = useEffectEvent(() => {
		const rows = document.querySelectorAll<HTMLElement>('#main table [data-row]');
		const turned = turning.current && [...rows].at(turning.current === 'first' ? 0 : -1);
		// the row that was left is gone once the other page is there
		if (turned && !rowNow()) {
			turning.current = null;
			openRow(turned);
		}
		const row = asked && rowNow();
		markRow(row);
		const now = row && rowPlace(row);
		if (!isSamePlace(now, stands)) setStands(now);
	});
	const isOpen = asked !== null;
	// after each change of what is shown, as the row may be another element then
	useLayoutEffect(() => mark());
	useEffect(() => {
		const main = document.getElementById('main');
		if (!isOpen || !main) return;
		const observer = new MutationObserver(() => mark());
		observer.observe(main, { childList: true, subtree: true });
		return () => observer.disconnect();
	}, [isOpen]);

	if (!asked) return null;
	return (
		<RecordPanel
			record={asked.record}
			name={stands?.name || asked.name}
			page={page}
			readAt={readAt}
			place={stands}
			onStep={step}
			onMore={showMore}
			onClose={closeAndReturn}
		/>
	);
}
