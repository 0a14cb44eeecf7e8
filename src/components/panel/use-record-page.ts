'use client';

import { startTransition, useEffect, useState } from 'react';
import { panelValue, type RecordRef } from '@/domain/panel-record';
import { type RecordPage, readRecordPage } from './read-record-page';

/** What is asked of a record: its page, with the query of a link on that page that shows more of it. */
export type AskedPage = { record: RecordRef; search: string };

/** What a record's page shows, and when the page beside it was read. */
export type ShownPage = AskedPage & { of: string; readAt: string; page: Promise<RecordPage> };

type Reading = { of: string; outdated: AbortController; page: Promise<RecordPage> };

/** What is being read since the click or the key that asked for it, until it is rendered that it was. */
let begun: Reading | null = null;

/** Begins to read a record's page, before anything of the panel is rendered. */
export function beginReading(record: RecordRef): void {
	forgetReading();
	begun = read({ record, search: '' });
}

/** Calls off what has begun to be read and is not shown after all: later it would be old. */
export function forgetReading(): void {
	begun?.outdated.abort();
	begun = null;
}

function read({ record, search }: AskedPage): Reading {
	const outdated = new AbortController();
	const page = readRecordPage(record, search, outdated.signal);
	// whoever reads it hears of it too
	page.catch(() => {});
	return { of: panelValue(record), outdated, page };
}

/** Reads what is asked for last; until it is there, what was shown before stays. */
export function useRecordPage(asked: AskedPage | null, readAt: string): ShownPage | null {
	const [shown, setShown] = useState<ShownPage | null>(null);
	const of = asked && panelValue(asked.record);
	const search = asked?.search ?? '';
	// biome-ignore lint/correctness/useExhaustiveDependencies: another reading of the same record is no step to another one
	useEffect(() => {
		if (!asked || !of) {
			setShown(null);
			return;
		}
		const { outdated, page } = begun?.of === of && search === '' ? begun : read(asked);
		begun = null;
		let isHere = false;
		page.then(
			() => {
				isHere = true;
				if (!outdated.signal.aborted) startTransition(() => setShown({ ...asked, of, readAt, page }));
			},
			() => {},
		);
		// what has begun to come may be rendered already, and would fail there
		return () => void (isHere || outdated.abort());
	}, [of, search]);
	return shown;
}

let known: { key: string; page: Promise<RecordPage> } | null = null;

/** The page as it is after something was written: asked for while the new page beside it is rendered, to appear with it. */
export function readAgain({ of, record, search }: ShownPage, readAt: string): Promise<RecordPage> {
	const key = `${of}${search} ${readAt}`;
	if (known?.key !== key) known = { key, page: readRecordPage(record, search, new AbortController().signal) };
	return known.page;
}
