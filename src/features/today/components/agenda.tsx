'use client';
'use no memo';

import type { Route } from 'next';
import { useRef, useState } from 'react';
import { wantCreate } from '@/components/layout/create-wanted';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { focusPage } from '@/lib/browser/focus-page';
import type { AgendaEntry } from '../agenda-entry';
import type { AgendaCounts } from '../server/agenda-queries';
import type { AgendaGroup } from '../server/agenda-sql';
import { type AgendaActions, addFollowUpFor, logFor, useAgenda } from '../use-agenda';
import { callFor, useEntryKeys } from '../use-entry-keys';
import { useMinute } from '../use-minute';
import { AgendaLine } from './agenda-line';
import { EntrySheetLazy } from './entry-sheet-lazy';
import { FinishedList } from './finished-list';
import { OutcomeDialogLazy } from './outcome-dialog-lazy';
import { SnoozeMenu } from './snooze-menu';
import { WhyThisOrder } from './why-this-order';

export type AgendaProps = {
	entries: AgendaEntry[];
	counts: AgendaCounts;
	/** Where all entries of a part are listed. */
	more: { [Group in AgendaGroup]?: Route | undefined };
	actions: AgendaActions;
};

const groups: { group: AgendaGroup; label: string }[] = [
	{ group: 'overdue', label: 'Overdue' },
	{ group: 'meetings', label: 'Meetings' },
	{ group: 'today', label: 'Due today' },
	{ group: 'dates', label: 'Dates' },
	{ group: 'quiet', label: 'Going quiet' },
];

/** What lies over the agenda for one of its entries. */
type Opened = { entry: AgendaEntry; what: 'snooze' | 'outcome' | 'sheet' } | null;

/** The day as one list to work down, by mouse, key and thumb. */
export function Agenda({ entries, counts, more, actions }: AgendaProps) {
	const list = useRef<HTMLDivElement>(null);
	const anchor = useRef<HTMLElement>(null);
	const { leaving, finished, complete, snooze, logOutcome, forget } = useAgenda(actions);
	const [currentKey, setCurrentKey] = useState('');
	const [opened, setOpened] = useState<Opened>(null);
	const now = useMinute();
	useKeptFocus(list);

	const present = entries.filter(({ key }) => !leaving.includes(key));
	const current = present.find(({ key }) => key === currentKey) ?? present[0];

	const rowOf = (key: string) => list.current?.querySelector<HTMLElement>(`[data-entry="${key}"]`) ?? null;

	function focus(entry: AgendaEntry | undefined) {
		const link = entry && rowOf(entry.key)?.querySelector<HTMLElement>('[data-row-link] a');
		if (link) link.focus();
		else focusPage(list.current);
	}

	/** The focus goes on to the next entry, or at the end to the one before. */
	function goOn(from: AgendaEntry) {
		const place = present.indexOf(from);
		focus(present[place + 1] ?? present[place - 1]);
	}

	const step = (by: 1 | -1) => {
		const hasFocus = list.current?.contains(document.activeElement) && document.activeElement !== list.current;
		const place = current ? present.indexOf(current) : -1;
		focus(hasFocus ? (present[place + by] ?? current) : current);
	};

	const doing = {
		done: (entry: AgendaEntry) => {
			// done means talked to
			if (entry.kind === 'contact' || entry.kind === 'date') return logFor(entry);
			if (entry.kind === 'activity') return setOpened({ entry, what: 'outcome' });
			goOn(entry);
			complete(entry);
		},
		snooze: (entry: AgendaEntry) => {
			if (entry.kind === 'date') return;
			anchor.current = rowOf(entry.key)?.querySelector('[data-tools]') ?? null;
			setOpened({ entry, what: 'snooze' });
		},
		call: (entry: AgendaEntry) => callFor(entry, rowOf(entry.key)),
		log: (entry: AgendaEntry) => (entry.kind === 'activity' ? setOpened({ entry, what: 'outcome' }) : logFor(entry)),
		followUp: addFollowUpFor,
		sheet: (entry: AgendaEntry) => setOpened({ entry, what: 'sheet' }),
	};

	const keys: Record<string, (entry: AgendaEntry) => void> = {
		d: doing.done,
		s: doing.snooze,
		p: doing.call,
		l: doing.log,
	};

	useEntryKeys((key) => {
		if (document.querySelector('[data-side-panel]')) return false;
		const inList = list.current?.contains(document.activeElement);
		if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1);
		else if (key === 'Escape' && inList) focusPage();
		else if (key === 'n' && inList && current?.kind === 'date') doing.followUp(current);
		else if (current && keys[key]) keys[key]?.(current);
		else return false;
		return true;
	});

	function close(isKey = true) {
		setOpened(null);
		if (isKey && opened) focus(opened.entry);
	}

	/** Puts off what the menu is open for. */
	function putOff(until: string, time?: string) {
		if (!opened) return;
		setOpened(null);
		goOn(opened.entry);
		snooze(opened.entry, until, time);
	}

	return (
		<div ref={list} tabIndex={-1} className="agenda">
			{present.length === 0 && <FinishedList finished={finished} onUndone={forget} />}
			{groups.map(({ group, label }) => {
				const those = entries.filter((entry) => entry.group === group);
				if (those.length === 0) return null;
				const gone = those.filter(({ key }) => leaving.includes(key)).length;
				const count = counts[group] - gone;
				const all = more[group];
				return (
					<section key={group} aria-labelledby={`agenda-${group}`} data-group={group}>
						<h2 id={`agenda-${group}`}>
							{label} <span>{count > maxCount ? `${maxCount.toLocaleString('en')}+` : count.toLocaleString('en')}</span>
						</h2>
						<ol>
							{those.map((entry) => (
								<AgendaLine
									key={entry.key}
									{...{ entry, now, doing }}
									isLeaving={leaving.includes(entry.key)}
									isCurrent={entry === current}
									onCurrent={() => setCurrentKey(entry.key)}
								/>
							))}
						</ol>
						{all && counts[group] > those.length && (
							<Button asChild variant="ghost" size="sm">
								<Link href={all} scroll={false}>
									<span>
										Show{' '}
										<span>
											{counts[group] > maxCount ? 'all' : (counts[group] - those.length).toLocaleString('en')}
										</span>{' '}
										{counts[group] > maxCount ? '' : 'more'}
									</span>
								</Link>
							</Button>
						)}
					</section>
				);
			})}
			<footer>
				<button type="button" data-add onClick={() => void wantCreate({ what: 'followUp', of: {} })}>
					<PlusIcon />
					<span>
						New follow-up<span>, for example “Call Robert on Friday”</span>
					</span>
					<Kbd aria-hidden>c f</Kbd>
				</button>
				{entries.length > 0 && <WhyThisOrder />}
			</footer>
			<SnoozeMenu
				key={opened?.entry.key}
				entry={opened?.entry ?? null}
				open={opened?.what === 'snooze'}
				anchor={anchor}
				onChoose={putOff}
				onClose={close}
			/>
			{opened?.what === 'outcome' && (
				<OutcomeDialogLazy
					entry={opened.entry}
					onClose={() => close()}
					onSave={(outcome) => {
						setOpened(null);
						goOn(opened.entry);
						logOutcome(opened.entry, outcome);
					}}
				/>
			)}
			{opened?.what === 'sheet' && (
				<EntrySheetLazy entry={opened.entry} doing={doing} onSnooze={putOff} onClose={() => close()} />
			)}
		</div>
	);
}

/** More are not counted; see `agendaCountLimit`. */
const maxCount = 1_000;
