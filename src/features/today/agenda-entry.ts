import type { NamedRecord } from '@/domain/named-record';
import { activityPath, companyPath, contactPath, dealPath, followUpsPath } from '@/domain/paths';
import type { Settings } from '@/features/account/server/account-queries';
import { dayIn, daysBetween, formatTime } from '@/lib/dates/dates';
import { dateStyleOf, sayDayOfMonth } from '@/lib/dates/dates-style';
import { writeTime } from '@/lib/dates/dates-time';
import { type EntryReason, reasonsOf } from './reasons';
import type { AgendaRow } from './server/agenda-queries';
import type { AgendaGroup } from './server/agenda-sql';

/** What an entry of the day is about: a follow-up, something planned, a contact, or a date that is near. */
export type EntryKind = 'followUp' | 'activity' | 'contact' | 'date';

/** An entry of the day as its line shows it. */
export type AgendaEntry = {
	/** Tells it from the others, and names it in an address. */
	key: string;
	kind: EntryKind;
	id: string;
	group: AgendaGroup;
	title: string;
	/** When, in a word or two. */
	when: string;
	reasons: EntryReason[];
	/** Where a meeting's time is counted down to: milliseconds, and its minutes. */
	at?: { time: number; minutes: number | null };
	company: NamedRecord | null;
	contact: NamedRecord | null;
	deal: NamedRecord | null;
	/** The number to call. */
	phone: string | null;
	/** The page that it opens. */
	href: string;
};

const kinds: Record<AgendaGroup, EntryKind> = {
	overdue: 'followUp',
	meetings: 'activity',
	today: 'followUp',
	dates: 'date',
	quiet: 'contact',
};

/** The day's entries in words. */
export function presentAgenda(
	rows: AgendaRow[],
	now: Date,
	settings: Pick<Settings, 'locale' | 'timeZone'>,
): AgendaEntry[] {
	return rows.map((row) => {
		const kind = kinds[row.group];
		const company = named(row.companyId, row.companyName);
		const contact = named(row.contactId, row.contactName);
		const deal = named(row.dealId, row.dealName);
		return {
			...{
				key: [kind, row.fieldId, row.id].filter(Boolean).join('-'),
				kind,
				id: row.id,
				group: row.group,
				title: row.title,
			},
			...{ company, contact, deal, phone: row.phone },
			when: whenOf(row, now, settings),
			reasons: reasonsOf(row, now, settings),
			...(row.at && { at: { time: row.at.getTime(), minutes: row.durationMinutes } }),
			href: hrefOf(kind, row.id, { company, contact, deal }),
		};
	});
}

function whenOf(
	{ group, dueOn, dueTime, at, lastContactAt }: AgendaRow,
	now: Date,
	settings: Pick<Settings, 'locale' | 'timeZone'>,
): string {
	const style = dateStyleOf(settings.locale);
	if (group === 'meetings') return at ? formatTime(at, settings) : '';
	if (group === 'overdue') return dueOn ? sayDayOfMonth(dueOn, style) : '';
	if (group === 'dates')
		return !dueOn || dueOn === dayIn(now, settings.timeZone) ? 'Today' : sayDayOfMonth(dueOn, style);
	if (group === 'today') return dueTime ? writeTime(dueTime, style) : 'Today';
	if (!lastContactAt) return 'Never';
	const days = daysBetween(dayIn(lastContactAt, settings.timeZone), dayIn(now, settings.timeZone));
	return days === 1 ? '1 day' : `${days.toLocaleString('en')} days`;
}

type Links = Pick<AgendaEntry, 'company' | 'contact' | 'deal'>;

function hrefOf(kind: EntryKind, id: string, { company, contact, deal }: Links): string {
	if (kind === 'activity') return activityPath(id);
	if (kind === 'contact') return contactPath(id);
	if (deal) return dealPath(deal.id);
	if (contact) return contactPath(contact.id);
	return company ? companyPath(company.id) : followUpsPath;
}

function named(id: string | null, name: string | null): NamedRecord | null {
	return id && name ? { id, name } : null;
}
