'use client';

import { type ReactNode, useOptimistic } from 'react';
import { SignedOut } from '@/components/form/signed-out';
import { useOnReturn } from '@/components/form/use-on-return';
import { Button } from '@/components/ui/button';
import { usePendingActivities } from '../composer/pending-activities';
import { EntryLine } from './entry-line';
import { PendingEntries } from './pending-entries';
import type { ShownEntry } from './present-timeline';

import { TimelineFilters } from './timeline-filters';
import type { KindCounts } from './timeline-kinds';
import type { TimelineRecord } from './timeline-record';
import { useTimeline } from './use-timeline';

type TimelineEntriesProps = {
	record: TimelineRecord;
	initial: ShownEntry[];
	/** Whether older entries may follow. */
	more: boolean;
	counts: KindCounts;
	/** The years of the first entry and of today. */
	years: { first: number; last: number };
	pinnedId: string | null;
	pinned: ReactNode;
};

/** The entries of a timeline by months; older ones are added below, and what is on the screen stays where it is. */
export function TimelineEntries({ record, initial, more, counts, years, pinnedId, pinned }: TimelineEntriesProps) {
	const { asked, ask, entries, ended, pending, failed, load } = useTimeline(record, initial, more);
	const { activities } = usePendingActivities();
	const [deleted, markDeleted] = useOptimistic<string[], string>([], (all, id) => [...all, id]);
	const known = new Set(entries.map(({ id }) => id));
	const coming = activities.filter(
		({ id, type, isPlanned }) =>
			!isPlanned && !known.has(id) && (!asked.kind || asked.kind === type) && !asked.q && !asked.year,
	);
	const shown = entries.filter(({ id }) => !deleted.includes(id));
	useOnReturn(failed !== null, load);

	return (
		<section aria-label="Timeline" className="timeline" aria-busy={pending || undefined}>
			<TimelineFilters asked={asked} onAsk={ask} counts={counts} years={years} />
			{pinned}
			<PendingEntries activities={coming} />
			{shown.length === 0 && coming.length === 0 && (
				<p role="status" className="py-6 text-center text-muted-foreground">
					{nothing(asked.q !== '' || asked.kind !== null || asked.year !== null, pending)}
				</p>
			)}
			{groupsOf(shown).map(({ group, entries: some }) => (
				<section key={group} aria-label={group}>
					<h3>{group}</h3>
					<ol>
						{some.map((entry) => (
							<EntryLine
								key={entry.id}
								entry={entry}
								record={record}
								isPinned={entry.id === pinnedId}
								onDelete={markDeleted}
							/>
						))}
					</ol>
				</section>
			))}
			{failed && (
				<p role="alert" className="py-2">
					{failed === 'signedOut' ? <SignedOut /> : 'Couldn’t load the entries. Try again.'}
				</p>
			)}
			{(failed || (!ended && shown.length > 0)) && (
				<Button
					variant="outline"
					size="sm"
					className="mt-3 self-center"
					aria-disabled={pending || undefined}
					onClick={() => pending || load()}
				>
					{pending ? 'Loading…' : failed ? 'Try again' : 'Show older'}
				</Button>
			)}
		</section>
	);
}

function nothing(isFiltered: boolean, pending: boolean): string {
	if (pending) return 'Loading…';
	return isFiltered
		? 'No entries match.'
		: 'Nothing has been logged yet. Calls, emails, meetings, and notes appear here, newest first.';
}

function groupsOf(entries: ShownEntry[]): { group: string; entries: ShownEntry[] }[] {
	const groups: { group: string; entries: ShownEntry[] }[] = [];
	for (const entry of entries) {
		const last = groups.at(-1);
		if (last?.group === entry.group) last.entries.push(entry);
		else groups.push({ group: entry.group, entries: [entry] });
	}
	return groups;
}
