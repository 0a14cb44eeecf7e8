import 'server-only';
import type { ShownPerson } from '@/components/rail/shown-person';
import type { Settings } from '@/features/account/server/account-queries';
import { typeNames } from '@/features/activities/schema';
import type { Promised, Touch } from '@/features/brief/server/brief-queries';
import { type DealStage, stageNames } from '@/features/deals/schema';
import { dayIn, daysBetween } from '@/lib/dates/dates';
import { dateStyleOf, sayDateShortly, sayDayOfMonth } from '@/lib/dates/dates-style';
import { formatMoney } from '@/lib/money/money';
import { counted } from '@/lib/text/counted';
import { dialledNumber } from '@/lib/text/phone-number';
import { countryOf } from '@/lib/text/phone-readings';

type ShownPromise = { id: string; title: string; when: string; isLate: boolean };

/** What one needs to know before a call, in words. */
export type EntryDetails = {
	person: (Omit<ShownPerson, 'phones'> & { phones: { value: string; label: string | null; zalo?: string }[] }) | null;
	/** The last calls, emails and meetings. */
	touches: { id: string; what: string; subject: string; text: string }[];
	/** What is open that the user promised, and what they promised. */
	ours: ShownPromise[];
	theirs: ShownPromise[];
	deal: { id: string; name: string; value: string; stage: string; close: string; signals: string[] } | null;
};

/** A deal as the call mode names it. */
export type SubjectDeal = {
	id: string;
	name: string;
	value: string;
	currency: string;
	stage: DealStage;
	expectedCloseOn: string | null;
};

type Place = Pick<Settings, 'locale' | 'timeZone'>;

/** Somebody with the addresses of their chats. */
export function withChats(person: ShownPerson, { locale }: Pick<Place, 'locale'>): NonNullable<EntryDetails['person']> {
	return {
		...person,
		phones: person.phones.map((phone) => {
			const dialled = dialledNumber(phone.value, countryOf(locale));
			const hasZalo = dialled && (dialled.isMobile || phone.label?.toLowerCase() === 'zalo');
			return { ...phone, ...(hasZalo && { zalo: `https://zalo.me/${dialled.zalo}` }) };
		}),
	};
}

export function presentTouches(touches: Touch[], { locale, timeZone }: Place): EntryDetails['touches'] {
	return touches.map(({ id, type, subject, at, outcome, description, nextSteps }) => ({
		id,
		what: `${typeNames[type]} · ${sayDayOfMonth(dayIn(at, timeZone), dateStyleOf(locale))}`,
		subject,
		text: cut([outcome, description, nextSteps].find(Boolean) ?? ''),
	}));
}

/** Enough of a text to remember what was said. */
const cut = (text: string) => (text.length > 400 ? `${text.slice(0, 400).replace(/[\ud800-\udbff]$/, '')}…` : text);

export function presentPromises(
	promises: Promised[],
	{ locale, timeZone }: Place,
): Pick<EntryDetails, 'ours' | 'theirs'> {
	const today = dayIn(new Date(), timeZone);
	const shown = (isTheirs: boolean) =>
		promises
			.filter((promise) => promise.isTheirs === isTheirs && !promise.doneAt)
			.map(({ id, title, dueOn }) => {
				const late = dueOn ? daysBetween(dueOn, today) : 0;
				const day = dueOn ? sayDateShortly(dueOn, dateStyleOf(locale)) : 'No date';
				return { id, title, when: late > 0 ? `${counted(late, 'day', 'days')} overdue` : day, isLate: late > 0 };
			});
	return { ours: shown(false), theirs: shown(true) };
}

export function presentDeal(
	{ id, name, value, currency, stage, expectedCloseOn }: SubjectDeal,
	signals: { text: string }[],
	{ locale }: Pick<Place, 'locale'>,
): EntryDetails['deal'] {
	return {
		...{ id, name },
		value: formatMoney(value, { locale, currency }),
		stage: stageNames[stage],
		close: expectedCloseOn ? sayDateShortly(expectedCloseOn, dateStyleOf(locale)) : '',
		signals: signals.map(({ text }) => text),
	};
}
