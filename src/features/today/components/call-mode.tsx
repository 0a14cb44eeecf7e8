'use client';
'use no memo';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ChevronLeftIcon } from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { telephoneLink } from '@/lib/text/phone';
import type { AgendaEntry } from '../agenda-entry';
import type { EntryDetails } from '../entry-details';
import { type AgendaActions, logFor, useAgenda } from '../use-agenda';
import { useEntryDetails } from '../use-entry-details';
import { callFor, useEntryKeys } from '../use-entry-keys';
import { useMinute } from '../use-minute';
import { Why } from './agenda-line';
import { EntryFacts } from './entry-facts';
import { FinishedList } from './finished-list';
import { OutcomeDialogLazy } from './outcome-dialog-lazy';
import { SnoozeMenu } from './snooze-menu';

type CallModeProps = {
	entries: AgendaEntry[];
	/** What is known of the entry that the page was opened with. */
	first: (EntryDetails & { key: string }) | null;
	actions: AgendaActions;
};

const home: Route = '/dashboard';

/** The day one entry at a time, with what one needs to know. Whatever is done with it leads to the next. */
export function CallMode({ entries, first, actions }: CallModeProps) {
	const router = useRouter();
	const box = useRef<HTMLElement>(null);
	const anchor = useRef<HTMLDivElement>(null);
	const { leaving, finished, complete, snooze, logOutcome, noteLogged, forget } = useAgenda(actions);
	const [currentKey, setCurrentKey] = useState(first?.key ?? '');
	/** What was skipped, or logged and is listed still. */
	const [passed, setPassed] = useState<string[]>([]);
	const [opened, setOpened] = useState<'snooze' | 'outcome' | null>(null);
	const now = useMinute();

	const isLeft = ({ key }: AgendaEntry) => !leaving.includes(key) && !passed.includes(key);
	const left = entries.filter(isLeft);
	const current = left.find(({ key }) => key === currentKey) ?? left[0];
	const after = current && nextOf(current);
	const { details, hasFailed } = useEntryDetails(current, after, first);
	const skipped = passed.filter((key) => !finished.some(({ entry }) => entry.key === key));

	/** The next of those that are left, or from the end the first of them. */
	function nextOf(entry: AgendaEntry): AgendaEntry | undefined {
		const place = entries.indexOf(entry);
		const others = left.filter((each) => each !== entry);
		return others.find((each) => entries.indexOf(each) > place) ?? others[0];
	}

	function goOn(from: AgendaEntry) {
		const next = nextOf(from);
		setOpened(null);
		setCurrentKey(next?.key ?? '');
		box.current?.focus({ preventScroll: true });
		window.history.replaceState(null, '', next ? `${home}/next?at=${next.key}` : `${home}/next`);
	}

	function pass(entry: AgendaEntry) {
		setPassed((all) => [...all, entry.key]);
		goOn(entry);
	}

	/** Logged, it is done with: a follow-up is ticked off, anything else goes by itself. */
	function log(entry: AgendaEntry) {
		if (entry.kind === 'activity') return setOpened('outcome');
		logFor(entry, ({ changeSet }) => {
			noteLogged(entry, changeSet);
			if (entry.kind === 'followUp') complete(entry);
			pass(entry);
		});
	}

	const doing: Record<string, (entry: AgendaEntry) => void> = {
		d: (entry) => {
			if (entry.kind !== 'followUp') return log(entry);
			goOn(entry);
			complete(entry);
		},
		s: (entry) => entry.kind !== 'date' && setOpened('snooze'),
		p: (entry) => callFor(entry, box.current),
		l: log,
		n: pass,
	};

	useEntryKeys((key) => {
		if (key === 'Escape') router.push(home);
		else if (current && doing[key]) doing[key]?.(current);
		else return false;
		return true;
	});

	const close = () => {
		setOpened(null);
		box.current?.focus({ preventScroll: true });
	};

	return (
		<section ref={box} tabIndex={-1} aria-label="Next" className="call-mode">
			<header>
				<Button asChild variant="ghost" size="sm">
					<Link href={home}>
						<ChevronLeftIcon /> Today <Kbd aria-hidden>Esc</Kbd>
					</Link>
				</Button>
				{current && (
					<p>
						<span>{left.length}</span> left
					</p>
				)}
			</header>
			{current ? (
				<article
					aria-live="polite"
					{...(current.contact
						? { 'data-contact': current.contact.id, 'data-contact-name': current.contact.name }
						: current.company && { 'data-company': current.company.id, 'data-company-name': current.company.name })}
				>
					<p data-group>
						{groupNames[current.group]} · {current.when}
					</p>
					<h1>
						<Link href={current.href as Route} translate="no">
							{current.title}
						</Link>
					</h1>
					<p data-why>
						<Why entry={current} now={now} />
					</p>
					<div data-tools ref={anchor}>
						<Tool name="Done" letter="d" isFirst onClick={() => doing.d?.(current)} />
						{current.kind !== 'date' && <Tool name="Snooze" letter="s" onClick={() => doing.s?.(current)} />}
						{current.phone && (
							<Button asChild variant="outline">
								<a href={telephoneLink(current.phone)} title={current.phone}>
									Call <Kbd aria-hidden>p</Kbd>
								</a>
							</Button>
						)}
						<Tool name="Log" letter="l" onClick={() => log(current)} />
						<Tool name="Skip" letter="n" onClick={() => pass(current)} />
					</div>
					<EntryFacts details={details} hasFailed={hasFailed} />
				</article>
			) : (
				<>
					<FinishedList isPage finished={finished} onUndone={forget} />
					{skipped.length > 0 && (
						<p data-skipped>
							<span>You skipped {skipped.length}.</span>{' '}
							<Button
								variant="outline"
								size="sm"
								onClick={() => setPassed(passed.filter((key) => !skipped.includes(key)))}
							>
								Go through them again
							</Button>
						</p>
					)}
				</>
			)}
			<SnoozeMenu
				key={current?.key}
				entry={current ?? null}
				open={opened === 'snooze'}
				anchor={anchor}
				onChoose={(until, time) => {
					if (!current) return;
					goOn(current);
					snooze(current, until, time);
				}}
				onClose={close}
			/>
			{opened === 'outcome' && current && (
				<OutcomeDialogLazy
					entry={current}
					onClose={close}
					onSave={(outcome) => {
						goOn(current);
						logOutcome(current, outcome);
					}}
				/>
			)}
		</section>
	);
}

const groupNames = { overdue: 'Overdue', meetings: 'Meeting', today: 'Due today', dates: 'Date', quiet: 'Going quiet' };

type ToolProps = { name: string; letter: string; isFirst?: true; onClick: () => void };

function Tool({ name, letter, isFirst, onClick }: ToolProps) {
	return (
		<Button variant={isFirst ? 'default' : 'outline'} aria-keyshortcuts={letter} onClick={onClick}>
			{name} <Kbd aria-hidden>{letter}</Kbd>
		</Button>
	);
}
