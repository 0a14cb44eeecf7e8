'use client';
'use no memo';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { mayLeave } from '@/components/form/leave-guard';
import { type RecordRef, recordPath } from '@/domain/panel-record';
import { isShortcut } from '@/lib/browser/keyboard';
import { useIsInPanel } from './in-panel';
import { moveOrigin, originOf } from './list-origin';
import { PagerNavLazy } from './pager-nav-lazy';
import { type PagerPlace, readPagerPlace } from './pager-place';

/** On a record's page that was opened from a list: which one it is there, and the way to the next and the previous. */
export function RecordPager({ record }: { record: RecordRef }) {
	// the panel has its own
	return useIsInPanel() ? null : <Pager key={record.id} record={record} />;
}

function Pager({ record: { kind, id } }: { record: RecordRef }) {
	const router = useRouter();
	const asked = useRef<Promise<PagerPlace | null>>(null);
	const [place, setPlace] = useState<PagerPlace | null>(null);

	useEffect(() => {
		const origin = originOf({ kind, id });
		if (!origin) return;
		const stopped = new AbortController();
		const found = readPagerPlace(origin, id, stopped.signal).catch(() => null);
		asked.current = found;
		void found.then((answer) => stopped.signal.aborted || setPlace(answer));
		return () => stopped.abort();
	}, [kind, id]);

	function note(to: string) {
		const origin = originOf({ kind, id });
		if (origin) moveOrigin(origin, to);
	}

	// a key that comes before the answer waits for it
	const step = useEffectEvent(async (by: 'previous' | 'next') => {
		const to = (await asked.current)?.[by];
		if (!to || !mayLeave()) return;
		note(to);
		router.replace(recordPath({ kind, id: to }));
	});
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			if (event.defaultPrevented || !isShortcut(event) || (event.key !== 'j' && event.key !== 'k')) return;
			event.preventDefault();
			void step(event.key === 'j' ? 'next' : 'previous');
		};
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, []);

	return place && <PagerNavLazy kind={kind} place={place} onStep={note} />;
}
