import type { Settings } from '@/features/account/server/account-queries';
import { formatDate, formatDayOfMonth } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import type { DealStage } from '../stage/stages';

// The signals of an open deal in words. deal-sql.ts finds them, in the user's days.

/** What deals can be filtered by; a deal has one of the first four and any of the others. */
export const signalFilters = ['overdue', 'today', 'later', 'none', 'close', 'stale', 'single'] as const;

export type SignalFilter = (typeof signalFilters)[number];

export const signalNames: Record<SignalFilter, string> = {
	overdue: 'Follow-up overdue',
	today: 'Follow-up today',
	later: 'Follow-up later',
	none: 'No follow-up',
	close: 'Close date passed',
	stale: 'Stale',
	single: 'Contact risk',
};

/** The days without a call, email or meeting after which a deal is stale; fewer in later stages. */
export const staleDays: Partial<Record<DealStage, number>> = {
	prospecting: 21,
	qualification: 14,
	proposal: 10,
	negotiation: 7,
};

/** The days after which the decision makers whom a deal names count as out of touch; the company's have longer. */
export const roleOutOfTouchDays = 21;

/** How many meetings with a deal's blockers are enough. */
export const blockerMeetingsWanted = 2;

/** The facts in the database from which a deal's signals follow. All are null while the deal is closed. */
export type SignalFacts = {
	followUp: 'overdue' | 'today' | 'later' | 'none' | null;
	/** The day of the next follow-up (YYYY-MM-DD), if it has one, and for how many days it is overdue. */
	dueOn: string | null;
	overdueDays: number | null;
	closePassed: boolean | null;
	/** The days without contact, if they are too many and nothing is planned. */
	staleFor: number | null;
	/** How many contacts are known, and how many of them decide: those whom the deal names, otherwise the company's. */
	contacts: number | null;
	deciders: number | null;
	/** Whether no decision maker was contacted recently, and for how many days; null if none ever was. */
	decidersQuiet: boolean | null;
	decidersQuietFor: number | null;
	/** How many meetings there were with the deal's blockers, up to as many as are enough; null if it has no blocker. */
	blockerMeetings: number | null;
};

export type SignalKind =
	| Exclude<SignalFilter, 'single'>
	| 'nobodyKnown'
	| 'nobodyDecides'
	| 'oneContact'
	| 'decidersQuiet'
	| 'blockerHardlyMet';

/** A signal as it is shown. */
export type ShownSignal = { kind: SignalKind; text: string };

/** What would clear each signal. */
export const clearedBy: Record<SignalKind, string> = {
	overdue: 'Complete the follow-up or snooze it.',
	today: 'Mark the follow-up as done when you’ve finished.',
	later: 'Planned: nothing to do before then.',
	none: 'Add a follow-up: what you will do next, and when.',
	close: 'Move the expected close date, or close the deal.',
	stale: 'Log a call, an email or a meeting, or plan a follow-up.',
	nobodyKnown: 'Add a contact at this company.',
	nobodyDecides: 'Find out who decides at the company, and mark them as a decision maker.',
	oneContact: 'Add a second person at the company, in case the first one leaves.',
	decidersQuiet: 'Call, email, or meet a decision maker.',
	blockerHardlyMet: 'Meet the blocker, and find out what speaks against the deal.',
};

/** The signals that ask for something, the worst first. */
const severity: SignalKind[] = [
	'overdue',
	'close',
	'decidersQuiet',
	'blockerHardlyMet',
	'stale',
	'nobodyKnown',
	'none',
	'nobodyDecides',
	'oneContact',
];

/** Those of a deal's signals that ask for something, the worst first. */
export function bySeverity<Signal extends { kind: SignalKind }>(signals: Signal[]): Signal[] {
	return signals
		.filter(({ kind }) => severity.includes(kind))
		.toSorted((one, other) => severity.indexOf(one.kind) - severity.indexOf(other.kind));
}

/** A deal's signals as text, the next follow-up first. */
export function presentSignals(deal: SignalFacts, { locale }: Pick<Settings, 'locale'>): ShownSignal[] {
	const { followUp, closePassed, staleFor } = deal;
	if (followUp === null) return [];
	const signals: ShownSignal[] = [{ kind: followUp, text: followUpText(deal, locale) }];
	if (closePassed) signals.push({ kind: 'close', text: signalNames.close });
	if (staleFor !== null) signals.push({ kind: 'stale', text: `Stale: ${counted(staleFor, 'day', 'days')} quiet` });
	return [...signals, ...contactRisks(deal)];
}

/** A deal's signals as a card shows them: the one that matters most in few words, and how many others ask for something. */
export type CardSignals = { signals: ShownSignal[]; brief: string; others: number };

/** The signals of a card, the one that matters most first; null where a deal has none. */
export function presentCardSignals(deal: SignalFacts, settings: Pick<Settings, 'locale'>): CardSignals | null {
	const all = presentSignals(deal, settings);
	const asking = bySeverity(all);
	const signals = [...asking, ...all.filter((signal) => !asking.includes(signal))];
	const [first] = signals;
	if (!first) return null;
	return { signals, brief: briefText(first.kind, deal, settings.locale), others: Math.max(asking.length - 1, 0) };
}

function briefText(kind: SignalKind, { overdueDays, dueOn, staleFor }: SignalFacts, locale: string): string {
	const texts: Record<SignalKind, () => string> = {
		overdue: () => `${counted(overdueDays ?? 0, 'day', 'days')} overdue`,
		today: () => 'Due today',
		later: () => (dueOn ? formatDayOfMonth(dueOn, { locale }) : 'Follow-up'),
		none: () => 'No follow-up',
		close: () => signalNames.close,
		stale: () => `Quiet ${counted(staleFor ?? 0, 'day', 'days')}`,
		nobodyKnown: () => 'No contacts',
		nobodyDecides: () => 'No decision maker',
		oneContact: () => 'One contact',
		decidersQuiet: () => 'Decision maker quiet',
		blockerHardlyMet: () => 'Blocker not met',
	};
	return texts[kind]();
}

function followUpText({ followUp, dueOn, overdueDays }: SignalFacts, locale: string): string {
	if (followUp === 'none') return 'No follow-up';
	if (followUp === 'today') return 'Follow-up today';
	if (followUp === 'overdue') return `Follow-up ${counted(overdueDays ?? 0, 'day', 'days')} overdue`;
	return dueOn ? `Follow-up ${formatDate(dueOn, { locale })}` : 'Follow-up without a date';
}

function contactRisks(deal: SignalFacts): ShownSignal[] {
	const { contacts, deciders, decidersQuiet, decidersQuietFor, blockerMeetings } = deal;
	if (!contacts) return [{ kind: 'nobodyKnown', text: 'No contacts here' }];
	const quiet =
		decidersQuietFor === null
			? 'Decision maker never contacted'
			: `No contact with the decision maker for ${counted(decidersQuietFor, 'day', 'days')}`;
	const signals: (ShownSignal | false)[] = [
		deciders === 0 && { kind: 'nobodyDecides', text: 'No decision maker' },
		contacts === 1 && { kind: 'oneContact', text: 'Only one contact here' },
		decidersQuiet === true && { kind: 'decidersQuiet', text: quiet },
		blockerMeetings !== null &&
			blockerMeetings < blockerMeetingsWanted && { kind: 'blockerHardlyMet', text: meetingsText(blockerMeetings) },
	];
	return signals.filter((signal) => signal !== false);
}

const meetingsText = (meetings: number) =>
	meetings === 0 ? 'No meeting with the blocker yet' : 'One meeting with the blocker so far';
