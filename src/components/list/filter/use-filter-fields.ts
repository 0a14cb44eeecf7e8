'use client';

import { useEffect, useState } from 'react';
import { readJson } from '@/lib/browser/read-json';
import { untilIdle } from '@/lib/browser/when-idle';
import type { FilteredList, FilterFields } from './filter-setup';

/** After this time, in milliseconds, what is waited for and could not be read is tried again. */
const pause = 2_000;

/**
 * What a list can be filtered by: read when the browser is idle, and again whenever that is asked for, as tags and custom
 * texts may have changed. Undefined until it is known; `failed` where it is asked for and cannot be read.
 */
export function useFilterFields(list: FilteredList, isAsked: boolean) {
	const [known, setKnown] = useState<FilterFields>();
	const [failed, setFailed] = useState(false);

	useEffect(() => {
		const outdated = new AbortController();
		let timer: ReturnType<typeof setTimeout> | undefined;
		async function load() {
			try {
				setKnown(await readJson<FilterFields>(`/api/filters?list=${list}`, outdated.signal));
				setFailed(false);
			} catch {
				if (!isAsked || outdated.signal.aborted) return;
				setFailed(true);
				timer = setTimeout(load, pause);
			}
		}
		if (isAsked) void load();
		else void untilIdle().then(() => (outdated.signal.aborted ? undefined : load()));
		return () => {
			outdated.abort();
			clearTimeout(timer);
		};
	}, [list, isAsked]);

	return { known, failed };
}
