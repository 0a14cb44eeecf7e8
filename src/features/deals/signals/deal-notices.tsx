import type { Route } from 'next';
import type { ReactNode } from 'react';
import type { Notice } from '@/components/rail/notice-card';
import type { Remedy } from '@/components/rail/remedy-button';
import type { IconClass } from '@/components/ui/icons';
import { newContactPath } from '@/domain/paths';
import { counted } from '@/lib/text/counted';
import { stageNames } from '../stage/stages';
import { isLongInStage, type NoticeFacts } from './notice-facts';
import { bySeverity, type ShownSignal, type SignalKind } from './signals';

type Places = { edit: string; companyId: string };

/** A signal in a sentence, what clears it, and its sign. */
type Said = Omit<Notice, 'key'>;

const named = (name: string) => <span translate="no">{name}</span>;
const days = (count: number) => <b>{counted(count, 'day', 'days')}</b>;

/** The signals of an open deal in sentences, the worst first. What the list of follow-ups shows anyway is left out. */
export function dealNotices(
	{ signals, facts }: { signals: ShownSignal[]; facts: NoticeFacts },
	places: Places,
): Notice[] {
	const kinds = new Set(signals.map(({ kind }) => kind));
	// one of several decision makers may be out of touch, though no card says so
	if (facts.quietDecider) kinds.add('decidersQuiet');
	const ordered = bySeverity([...kinds].map((kind) => ({ kind })));
	const notices: Notice[] = ordered.flatMap(({ kind }) => {
		const said = sayings[kind]?.(facts, places);
		return said ? [{ key: kind, ...said }] : [];
	});
	if (isLongInStage(facts)) notices.push({ key: 'longInStage', ...longInStage(facts) });
	return notices;
}

const call = (person: NoticeFacts['quietDecider'] & {}): Remedy => ({ kind: 'call', person });
const addContact = ({ companyId }: Places): Remedy => ({ kind: 'addContact', href: newContactPath(companyId) });
const said = (icon: IconClass, text: ReactNode, remedy: Remedy): Said => ({ icon, text, remedy });

const sayings: Partial<Record<SignalKind, (facts: NoticeFacts, places: Places) => Said | null>> = {
	close: ({ daysSinceClose }, { edit }) =>
		said('icon-calendar-x', <>The expected close date passed {days(daysSinceClose ?? 0)} ago.</>, {
			kind: 'closeDate',
			href: edit as Route,
		}),
	decidersQuiet: ({ quietDecider: person }) =>
		person &&
		said(
			'icon-user-round-x',
			person.days === null ? (
				<>You haven’t contacted {named(person.name)}, a decision maker, yet.</>
			) : (
				<>
					You haven’t contacted {named(person.name)}, a decision maker, in {days(person.days)}.
				</>
			),
			call(person),
		),
	blockerHardlyMet: ({ blocker }) =>
		blocker &&
		said(
			'icon-shield-alert',
			<>
				{named(blocker.name)} is a blocker.{' '}
				<span>{blocker.meetings === 0 ? 'You haven’t met yet.' : 'You’ve met once so far.'}</span>
			</>,
			{ kind: 'meet', person: blocker },
		),
	stale: ({ staleFor, main }) =>
		said('icon-hourglass', <>No contact about this deal for {days(staleFor ?? 0)}.</>, { kind: 'meet', person: main }),
	nobodyKnown: (_, places) => said('icon-user-round-search', 'No contacts at this company yet.', addContact(places)),
	none: () => said('icon-circle-dashed', 'No follow-up is planned.', { kind: 'followUp' }),
	nobodyDecides: (_, places) =>
		said('icon-user-round-search', 'No decision maker in this deal or at the company.', addContact(places)),
	oneContact: ({ main }, places) =>
		said(
			'icon-user-round',
			main ? <>{named(main.name)} is your only contact here.</> : 'You know only one contact here.',
			addContact(places),
		),
};

function longInStage({ stage, daysInStage, usualDays }: NoticeFacts): Said {
	const usual = usualDays === 0 ? 'less than a day' : `about ${counted(usualDays ?? 0, 'day', 'days')}`;
	return said(
		'icon-hourglass',
		<>
			{days(daysInStage)} in {stageNames[stage]}. <span>Deals you win take {usual} in this stage.</span>
		</>,
		{ kind: 'followUp' },
	);
}
