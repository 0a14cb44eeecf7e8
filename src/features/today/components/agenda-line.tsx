'use client';
'use no memo';

import { Fragment } from 'react';
import { AlarmClockIcon, CalendarPlusIcon, EllipsisIcon, PhoneIcon, SquarePenIcon } from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { telephoneLink } from '@/lib/text/phone';
import type { AgendaEntry } from '../agenda-entry';
import { timeLeft } from '../time-left';

export type EntryDoing = Record<
	'done' | 'snooze' | 'call' | 'log' | 'followUp' | 'sheet',
	(entry: AgendaEntry) => void
>;

type AgendaLineProps = {
	entry: AgendaEntry;
	/** The moment, once the page has been open for a while. */
	now: Date | undefined;
	doing: EntryDoing;
	/** Whether it is being done at this moment. */
	isLeaving: boolean;
	/** Whether keys act on it. */
	isCurrent: boolean;
	/** Makes it the current one. */
	onCurrent: () => void;
};

/** An entry of the day in two lines: what and when, why and with whom. The current one shows its buttons in words. */
export function AgendaLine({ entry, now, doing, isLeaving, isCurrent, onCurrent }: AgendaLineProps) {
	const { key, title, when, group, contact, company, phone } = entry;
	// nobody puts off a birthday
	const isDate = entry.kind === 'date';
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: hears what is pressed within.
		<li
			data-row
			data-entry={key}
			data-leaving={isLeaving || undefined}
			data-current={isCurrent || undefined}
			{...(contact
				? { 'data-contact': contact.id, 'data-contact-name': contact.name }
				: company && { 'data-company': company.id, 'data-company-name': company.name })}
			// of a press, only once it is over: the buttons would move away from under it
			onFocus={({ target }) => target.matches(':focus-visible') && onCurrent()}
			onClick={onCurrent}
		>
			{isDate ? (
				<i />
			) : (
				<button type="button" data-tick aria-label={`Done: ${title}`} onClick={() => doing.done(entry)} />
			)}
			<span data-when>{when}</span>
			<div data-text>
				<p data-row-link>
					<Link href={entry.href as '/dashboard'} translate="no">
						{title}
					</Link>
				</p>
				<p data-why>
					{(group === 'meetings' || (group === 'today' && when !== 'Today')) && <span data-clock>{when} · </span>}
					<Why entry={entry} now={now} />
				</p>
			</div>
			<div data-tools>
				{isCurrent && !isDate && (
					<button type="button" data-word aria-keyshortcuts="d" onClick={() => doing.done(entry)}>
						Done <Kbd aria-hidden>d</Kbd>
					</button>
				)}
				{isDate ? (
					<button type="button" data-word title="Add follow-up" onClick={() => doing.followUp(entry)}>
						<CalendarPlusIcon />
						<Word word="Follow-up" of={title} letter={isCurrent && 'n'} />
					</button>
				) : (
					<button type="button" data-word title="Snooze" onClick={() => doing.snooze(entry)}>
						<AlarmClockIcon />
						<Word word="Snooze" of={title} letter={isCurrent && 's'} />
					</button>
				)}
				{phone ? (
					<a href={telephoneLink(phone)} title={phone}>
						<PhoneIcon />
						<Word word="Call" of={contact?.name ?? company?.name ?? title} letter={isCurrent && 'p'} />
					</a>
				) : (
					<i />
				)}
				<button type="button" data-word title="Log" onClick={() => doing.log(entry)}>
					<SquarePenIcon />
					<Word word="Log" of={title} letter={isCurrent && 'l'} />
				</button>
				<button type="button" data-more aria-label={`More: ${title}`} onClick={() => doing.sheet(entry)}>
					<EllipsisIcon />
				</button>
			</div>
		</li>
	);
}

type WordProps = { word: string; of: string; letter: string | false };

/** What a button does, for whom; the current entry shows it with its key. */
function Word({ word, of, letter }: WordProps) {
	return (
		<>
			<span className={letter ? undefined : 'sr-only'}>{word}</span>{' '}
			<span translate="no" className="sr-only">
				{of}
			</span>
			{letter && <Kbd aria-hidden>{letter}</Kbd>}
		</>
	);
}

/** The reasons, then whom it is about, unless that is what the entry is called. */
export function Why({ entry, now }: { entry: AgendaEntry; now: Date | undefined }) {
	const { reasons, at, title, contact, company, deal } = entry;
	const names = [contact, company, deal].flatMap((record) => (record && record.name !== title ? [record.name] : []));
	return (
		<>
			{reasons.map(({ text, tone, isQuoted }, index) => (
				<Fragment key={text}>
					{index > 0 && ' · '}
					<span data-tone={tone} translate={isQuoted && 'no'}>
						{tone === 'soon' && at && now ? timeLeft(new Date(at.time), at.minutes, now) : text}
					</span>
				</Fragment>
			))}
			{names.map((name, index) => (
				<Fragment key={name}>
					{(index > 0 || reasons.length > 0) && ' · '}
					<span translate="no">{name}</span>
				</Fragment>
			))}
		</>
	);
}
