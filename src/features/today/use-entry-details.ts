'use client';

import { useEffect, useState } from 'react';
import { readJson, whyNoAnswer } from '@/lib/browser/read-json';
import type { AgendaEntry } from './agenda-entry';
import type { EntryDetails } from './entry-details';

type Keyed = EntryDetails & { key: string };

/** What is known of the shown entry, and of the next one before it is shown; null while it is asked for. */
export function useEntryDetails(shown: AgendaEntry | undefined, next: AgendaEntry | undefined, first: Keyed | null) {
	const [known, setKnown] = useState<Record<string, EntryDetails>>({});
	const [failed, setFailed] = useState('');
	const all: Record<string, EntryDetails> = first ? { ...known, [first.key]: first } : known;
	const wanted = [shown, next].filter((entry) => entry !== undefined && !all[entry.key]);
	const missing = wanted.map((entry) => entry?.key).join();

	// biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each entry that is missing.
	useEffect(() => {
		const outdated = new AbortController();
		for (const entry of wanted) {
			if (!entry) continue;
			readJson<EntryDetails>(`/api/today?${queryOf(entry)}`, outdated.signal)
				.then((details) => setKnown((before) => ({ ...before, [entry.key]: details })))
				.catch((error) => outdated.signal.aborted || setFailed(whyNoAnswer(error)));
		}
		return () => outdated.abort();
	}, [missing]);

	return { details: shown ? (all[shown.key] ?? null) : null, hasFailed: failed !== '' };
}

function queryOf({ company, contact, deal }: AgendaEntry): URLSearchParams {
	return new URLSearchParams({
		...(company && { companyId: company.id }),
		...(contact && { contactId: contact.id }),
		...(deal && { dealId: deal.id }),
	});
}
