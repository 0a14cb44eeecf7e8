'use client';
'use no memo';

import { usePathname, useSearchParams } from 'next/navigation';
import { useLayoutEffect, useRef, useState } from 'react';
import { mayLeave } from '@/components/form/leave-guard';
import { panelRecordOf, panelValue, type RecordRef, withPanel } from '@/domain/panel-record';
import { entryAt } from '@/lib/browser/page-history';
import { noteOrigin } from './list-origin';
import { findRow, nameInRow, recordOfRow, rowsAround } from './panel-rows';
import { type AskedPage, beginReading, forgetReading } from './use-record-page';

/** After this time, in milliseconds, a step back was not taken. */
const longestStep = 1_000;

/** The record in the panel, and what it is called as far as that is known where it was opened from. */
export type Asked = AskedPage & { name: string };

/**
 * Which record is in the panel. The address says so; a step is shown before the router has noticed it, and the page beside the
 * panel is not asked for again.
 */
export function usePanel() {
	const params = useSearchParams();
	const pathname = usePathname();
	const [asked, setAsked] = useState<Asked | null>(() => {
		const record = panelRecordOf(params);
		return record && { record, search: '', name: '' };
	});
	const present = useRef(asked);
	/** The rows among which it was opened, and the place there: what is left to go by when its row is gone. */
	const place = useRef<{ around: Element | null; index: number }>({ around: null, index: 0 });

	/** When it was opened last, and not stepped. */
	const opened = useRef(0);
	/** While Back closes the panel, which the browser does a moment later: what has been opened since. */
	const goingBack = useRef<{ since: RecordRef | null } | null>(null);

	function show(next: Asked | null) {
		if (!next) forgetReading();
		present.current = next;
		setAsked(next);
	}

	function notePlace(row: HTMLElement | null) {
		if (row) place.current = { around: row.parentElement, index: rowsAround(row).indexOf(row) };
	}

	/** What the address says now; its parameters come from the router, which may be behind. */
	function readAddress() {
		if (goingBack.current) return;
		const record = panelRecordOf(new URLSearchParams(window.location.search));
		if ((record && panelValue(record)) === (present.current && panelValue(present.current.record))) return;
		const row = record && findRow(record, place.current.around);
		notePlace(row);
		show(record && { record, search: '', name: row ? nameInRow(row) : '' });
	}

	function go(record: RecordRef | null, how: 'push' | 'replace') {
		// the browser is on its way back to the list, and would take another entry along
		if (goingBack.current) {
			goingBack.current.since = record;
			return;
		}
		const { pathname: path, search, hash } = window.location;
		const url = path + withPanel(search, record) + hash;
		if (how === 'push') window.history.pushState(null, '', url);
		else window.history.replaceState(null, '', url);
	}

	function open(record: RecordRef, name: string, row: HTMLElement | null = null) {
		if (present.current && panelValue(present.current.record) === panelValue(record)) return true;
		if (!mayLeave()) return false;
		const how = present.current ? 'replace' : 'push';
		if (how === 'push') opened.current = performance.now();
		beginReading(record);
		notePlace(row);
		if (row) noteOrigin(row);
		show({ record, search: '', name });
		go(record, how);
		return true;
	}

	const openRow = (row: HTMLElement) => {
		const record = recordOfRow(row);
		return record !== null && open(record, nameInRow(row), row);
	};

	/** Shows more of the record, as a link on its page asks for it. */
	function showMore(search: string) {
		if (present.current) show({ ...present.current, search });
	}

	/** Closes it; Back leads on to what came before the list, and not to the panel. */
	function close() {
		if (!present.current || !mayLeave()) return false;
		const before = entryAt(-1);
		const { origin, pathname: path, search, hash } = window.location;
		const isBefore = before?.sameDocument && before.url === origin + path + withPanel(search, null) + hash;
		show(null);
		if (isBefore && !goingBack.current) {
			const step = { since: null };
			goingBack.current = step;
			window.history.back();
			// where somebody stays on the page after all, the panel does too
			setTimeout(() => goingBack.current === step && onStep(), longestStep);
		} else go(null, 'replace');
		return true;
	}

	/** After a step of the browser through its history. */
	function onStep() {
		const since = goingBack.current?.since;
		goingBack.current = null;
		if (since) go(since, 'push');
		else readAddress();
	}

	// biome-ignore lint/correctness/useExhaustiveDependencies: another address may have another record
	useLayoutEffect(readAddress, [params, pathname]);
	const openedAt = () => opened.current;
	return { asked, place, openedAt, open, openRow, showMore, close, onStep };
}
