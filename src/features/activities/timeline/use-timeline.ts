'use client';

import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';
import { type NoAnswer, readJson, whyNoAnswer } from '@/lib/browser/read-json';
import type { ShownEntry } from './present-timeline';
import { type TimelineKind, timelineEntriesAtOnce } from './timeline-kinds';
import type { TimelineRecord } from './timeline-record';

/** Which entries of a timeline are wanted. */
export type AskedEntries = { kind: TimelineKind | null; q: string; year: number | null };

const everything: AskedEntries = { kind: null, q: '', year: null };
const isEverything = ({ kind, q, year }: AskedEntries) => !kind && !q && !year;

/** Whether nothing comes after some entries that were asked for. */
const isLast = (entries: ShownEntry[]) => entries.length < timelineEntriesAtOnce.more;

/** Entries that were asked for; `ended` says that nothing came after them. */
type Found = { asked: AskedEntries; entries: ShownEntry[]; ended: boolean };

/**
 * The entries of a timeline that are on the screen: those that came with the page and the older ones that were asked for, or those
 * of a filter. The ones that are there stay until others have come.
 */
export function useTimeline(record: TimelineRecord, initial: ShownEntry[], more: boolean) {
	const [asked, setAsked] = useState(everything);
	const [found, setFound] = useState<Found | null>(null);
	const [older, setOlder] = useState<ShownEntry[]>([]);
	// whether nothing came when older ones were asked for
	const [ended, setEnded] = useState(false);
	const [first, setFirst] = useState(initial);
	const [failed, setFailed] = useState<NoAnswer | null>(null);
	const [pending, startLoading] = useTransition();
	const latest = useRef(0);
	const wantedNow = useRef(everything);
	if (first !== initial) {
		// what newer entries have pushed out of the first ones stands among the older ones now
		if (older.length > 0) setOlder(distinct([...first, ...older]));
		else setEnded(false);
		setFirst(initial);
	}
	const known = new Set(initial.map(({ id }) => id));
	const oldest = initial.at(-1)?.at ?? 0;
	// what was logged, moved or deleted since the page was made stands among the first entries
	const all = [...initial, ...older.filter(({ id, at }) => !known.has(id) && at <= oldest)];
	const isAll = isEverything(asked);
	const shown = isAll ? all : (found?.entries ?? all);

	function read(wanted: AskedEntries, onFound: (entries: ShownEntry[]) => void, after?: ShownEntry) {
		const turn = ++latest.current;
		startLoading(async () => {
			try {
				const query = new URLSearchParams({ [`${record.noun}Id`]: record.id });
				const { kind, q, year } = wanted;
				for (const [name, value] of Object.entries({
					kind,
					q,
					year: after ? null : year,
					at: after?.at,
					id: after?.id,
				}))
					if (value) query.set(name, String(value));
				const entries = await readJson<ShownEntry[]>(`/api/timeline?${query}`);
				// another filter has been chosen meanwhile
				if (turn !== latest.current) return;
				onFound(entries);
				setFailed(null);
			} catch (error) {
				if (turn === latest.current) setFailed(whyNoAnswer(error));
			}
		});
	}

	function ask(change: Partial<AskedEntries>) {
		// a search is asked for some moments after its last letter
		const wanted = { ...wantedNow.current, ...change };
		wantedNow.current = wanted;
		setAsked(wanted);
		setFailed(null);
		if (!isEverything(wanted))
			return read(wanted, (entries) => setFound({ asked: wanted, entries, ended: isLast(entries) }));
		latest.current++;
		setFound(null);
	}

	function load() {
		if (pending) return;
		const last = shown.at(-1);
		if (!isAll && found?.asked !== asked) return ask({});
		if (!last) return;
		if (isAll)
			return read(
				asked,
				(next) => {
					setOlder((before) => distinct([...before, ...next]));
					setEnded(isLast(next));
				},
				last,
			);
		read(
			asked,
			(next) =>
				setFound(
					(before) => before && { ...before, entries: distinct([...before.entries, ...next]), ended: isLast(next) },
				),
			last,
		);
	}

	// what the page shows has changed
	const refresh = useEffectEvent(() => isAll || ask({}));
	const wasShown = useRef(initial);
	useEffect(() => {
		if (wasShown.current === initial) return;
		wasShown.current = initial;
		refresh();
	}, [initial]);

	const isEnded = isAll ? ended || (!more && older.length === 0) : (found?.ended ?? true);
	return { asked, ask, entries: shown, ended: isEnded, pending, failed, load };
}

/** Each entry once. */
function distinct(entries: ShownEntry[]): ShownEntry[] {
	return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}
