import type { Settings } from '@/features/account/server/account-queries';
import { rhythmLabels } from '@/features/contacts/schema';
import { dayIn, daysBetween } from '@/lib/dates/dates';
import { type DateStyle, dateStyleOf, sayDayOfMonth, weekdayNames, weekdayOf } from '@/lib/dates/dates-style';
import { formatShort } from '@/lib/money/money';
import { counted } from '@/lib/text/counted';
import type { AgendaRow } from './server/agenda-queries';
import { timeLeft } from './time-left';

/** Why an entry is on the day's list, in a few words. */
export type EntryReason = {
	text: string;
	tone?: 'late' | 'warn' | 'soon';
	/** What was written by the user, which is not translated. */
	isQuoted?: true;
};

/** An entry has at most so many: of more, nobody reads the last. */
const mostReasons = 3;

/** A decision maker counts as out of touch after so many days, anybody else after more. */
const silentDays = { decides: 21, other: 45 };

/** The days before an expected close on which it is a reason. */
const closingDays = 14;

type Facts = Pick<
	AgendaRow,
	| 'group'
	| 'fieldName'
	| 'dueOn'
	| 'isImportant'
	| 'isTheirs'
	| 'at'
	| 'durationMinutes'
	| 'contactId'
	| 'isDecisionMaker'
	| 'rhythm'
	| 'lastContactAt'
	| 'deal'
	| 'said'
	| 'saidAt'
>;

type Kind = keyof typeof makers;

/** Which reasons come first where there are more than are shown. */
const byWeight: Kind[] = [
	'field',
	'near',
	'late',
	'soon',
	'rhythm',
	'said',
	'important',
	'closing',
	'decides',
	'theirs',
	'silent',
	'worth',
];

/** In which order they are read. */
const byReading: Kind[] = [
	'field',
	'near',
	'soon',
	'decides',
	'late',
	'rhythm',
	'important',
	'closing',
	'worth',
	'theirs',
	'silent',
	'said',
];

/** The reasons of an entry at a moment, the weightiest three, in the order in which they are read. */
export function reasonsOf(facts: Facts, now: Date, settings: Pick<Settings, 'locale' | 'timeZone'>): EntryReason[] {
	const place = { now, ...settings, today: dayIn(now, settings.timeZone), style: dateStyleOf(settings.locale) };
	const found = new Map<Kind, EntryReason>();
	for (const kind of byWeight) {
		const reason = found.size < mostReasons ? makers[kind](facts, place) : null;
		if (reason) found.set(kind, reason);
	}
	return byReading.flatMap((kind) => found.get(kind) ?? []);
}

type Place = Pick<Settings, 'locale' | 'timeZone'> & { now: Date; today: string; style: DateStyle };
type Maker = (facts: Facts, place: Place) => EntryReason | null;

const makers = {
	field: ({ fieldName }) => (fieldName ? { text: fieldName, isQuoted: true } : null),
	near: ({ group, dueOn }, { today }) => {
		if (group !== 'dates' || !dueOn) return null;
		const days = daysBetween(today, dueOn);
		if (days === 0) return { text: 'today', tone: 'soon' };
		return { text: days === 1 ? 'tomorrow' : `in ${counted(days, 'day', 'days')}` };
	},
	late: ({ group, dueOn }, { today }) =>
		group === 'overdue' && dueOn
			? { text: `${counted(daysBetween(dueOn, today), 'day', 'days')} overdue`, tone: 'late' }
			: null,
	soon: ({ group, at, durationMinutes }, { now }) =>
		group === 'meetings' && at ? { text: timeLeft(at, durationMinutes, now), tone: 'soon' } : null,
	rhythm: ({ group, rhythm, lastContactAt }, { timeZone, style }) => {
		if (group !== 'quiet' || !rhythm) return null;
		const last = lastContactAt
			? `last contact ${sayDayOfMonth(dayIn(lastContactAt, timeZone), style)}`
			: 'no contact yet';
		return { text: `Stay in touch ${rhythmLabels[rhythm].toLowerCase()}, ${last}`, tone: 'warn' };
	},
	said: ({ group, said, saidAt }, { timeZone, style }) =>
		group === 'meetings' && said && saidAt
			? { text: `${sayDayOfMonth(dayIn(saidAt, timeZone), style)}: “${oneLine(said)}”`, isQuoted: true }
			: null,
	important: ({ isImportant }) => (isImportant ? { text: 'Important' } : null),
	closing: ({ deal }, place) => {
		if (!deal?.expectedCloseOn || !isClosing(deal, place)) return null;
		const days = daysBetween(place.today, deal.expectedCloseOn);
		if (days < 0)
			return { text: `${worth(deal, place)}, close date passed ${counted(-days, 'day', 'days')} ago`, tone: 'warn' };
		return { text: `${worth(deal, place)} closes ${whenOf(deal.expectedCloseOn, days, place)}` };
	},
	decides: ({ isDecisionMaker }) => (isDecisionMaker ? { text: 'Decision maker' } : null),
	theirs: ({ isTheirs }) => (isTheirs ? { text: 'They promised this' } : null),
	silent: ({ group, contactId, isDecisionMaker, lastContactAt }, { timeZone, today }) => {
		if (group === 'quiet' || !contactId) return null;
		if (!lastContactAt) return { text: 'No contact yet', tone: 'warn' };
		const days = daysBetween(dayIn(lastContactAt, timeZone), today);
		const patience = isDecisionMaker ? silentDays.decides : silentDays.other;
		return days >= patience ? { text: `No contact for ${counted(days, 'day', 'days')}`, tone: 'warn' } : null;
	},
	// said already where it closes soon
	worth: ({ deal }, place) =>
		deal && !deal.isClosed && Number(deal.value) > 0 && !isClosing(deal, place) ? { text: worth(deal, place) } : null,
} satisfies Record<string, Maker>;

/** Whether an open deal is expected to close soon, or should have by now. */
function isClosing(
	{ isClosed, expectedCloseOn }: NonNullable<Facts['deal']>,
	{ today }: Pick<Place, 'today'>,
): boolean {
	return !isClosed && expectedCloseOn !== null && daysBetween(today, expectedCloseOn) <= closingDays;
}

/** "$120K offer" once it was offered, "$120K deal" before. */
function worth({ value, currency, stage }: NonNullable<Facts['deal']>, { locale }: Pick<Place, 'locale'>): string {
	const isOffered = stage === 'proposal' || stage === 'negotiation';
	return `${formatShort(Number(value), { locale, currency })} ${isOffered ? 'offer' : 'deal'}`;
}

/** A day at most two weeks ahead, in words. */
function whenOf(day: string, days: number, { style }: Pick<Place, 'style'>): string {
	if (days === 0) return 'today';
	if (days === 1) return 'tomorrow';
	return days < 7 ? (weekdayNames[weekdayOf(day) - 1] ?? day) : sayDayOfMonth(day, style);
}

/** The beginning of a text on one line, without the marks of lists and headings. */
function oneLine(text: string): string {
	const [first = ''] = text
		.split(/[\n\r\u2028\u2029]+/)
		.map((line) => line.replace(/^[\s#>*-]+/, '').trim())
		.filter(Boolean);
	return first.length > 90 ? `${first.slice(0, 90).replace(/[\ud800-\udbff]$/, '')}…` : first;
}
