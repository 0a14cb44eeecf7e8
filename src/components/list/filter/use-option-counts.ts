'use client';

import { useEffect, useState } from 'react';
import { readJson } from '@/lib/browser/read-json';
import { queryWith } from './filter-chips';
import type { Editing, FilterEditorProps } from './filter-editing';
import { besides } from './filter-edits';

type OptionCounts = Record<string, number>;

/**
 * How many rows each option of the field that is edited has under the other filters. Undefined until that is known, and where the
 * list has more rows than are counted: an option is selected without it as well.
 */
export function useOptionCounts(
	{ list, query, fields, where }: Pick<FilterEditorProps, 'list' | 'query' | 'fields' | 'where'>,
	{ field, place }: Editing,
): OptionCounts | undefined {
	const [known, setKnown] = useState<{ field: string; counts: OptionCounts }>();
	const definition = field === null ? undefined : fields[field];
	const isCounted = definition && !definition.source && ['choice', 'record', 'yes'].includes(definition.kind);
	const asked =
		isCounted && field !== null ? { list, field, query: queryWith(query, fields, besides(where, place)) } : null;
	const url = asked && `/api/filters/counts?${new URLSearchParams(asked)}`;

	useEffect(() => {
		if (url === null || field === null) return;
		const outdated = new AbortController();
		readJson<OptionCounts>(url, outdated.signal).then(
			(counts) => setKnown({ field, counts }),
			() => undefined,
		);
		return () => outdated.abort();
	}, [url, field]);

	return known?.field === field && Object.keys(known.counts).length > 0 ? known.counts : undefined;
}
