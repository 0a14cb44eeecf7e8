'use client';
'use no memo';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { mayLeave } from '@/components/form/leave-guard';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { type RecordRef, recordPath } from '@/domain/panel-record';
import { focusPage } from '@/lib/browser/focus-page';
import { onOpenInPanel } from './open-panel';
import { PanelBox } from './panel-box';
import { findRow, isSamePlace, markRow, pageLink, type RowPlace, rowLink, rowPlace, rowsAround } from './panel-rows';
import { usePanel } from './use-panel';
import { hasRoom, usePanelKeys } from './use-panel-keys';
import { useRecordPage } from './use-record-page';

const RecordPanelLazy = loadedWhenIdle(() => import('./record-panel').then(({ RecordPanel }) => RecordPanel), PanelBox);

/** Within this time, in milliseconds, two clicks are one double click. */
const doubleClickTime = 600;

/**
 * The record that lies beside the page: opened from a row by a click or Space, stepped through with `j` and `k`. In the
 * layout, as a record can be opened from any list. `readAt` is another one each time that the page was read again.
 */
export function SidePanel({ readAt }: { readAt: string }) {
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
		openRow: (row) => {
			turning.current = null;
			return openRow(row);
		},
		openPage,
		close: closeAndReturn,
		step,
		takeBack: () => void (performance.now() - openedAt() < doubleClickTime && close()),
		select: () => rowNow()?.querySelector<HTMLInputElement>('input[name=selected]')?.click(),
	});

	const onPop = useEffectEvent(onStep);
	const onOpen = useEffectEvent((record: RecordRef, name: string) => {
		if (hasRoom()) open(record, name);
		else router.push(recordPath(record));
	});
	useEffect(() => {
		const pop = () => onPop();
		window.addEventListener('popstate', pop);
		const stop = onOpenInPanel((record, name) => onOpen(record, name));
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
		<RecordPanelLazy
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
