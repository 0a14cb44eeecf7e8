import type { Route } from 'next';
import { activityPath, companyPath, contactPath, dealPath } from '@/domain/paths';
import type { Settings } from '@/features/account/server/account-queries';
import { formatTime } from '@/lib/dates/dates';
import { dateStyleOf, weekdayNames, weekdayOf } from '@/lib/dates/dates-style';
import { writeTime } from '@/lib/dates/dates-time';
import { formatShort } from '@/lib/money/money';
import type { ComingDay } from './server/coming-queries';
import { comingCountLimit } from './server/coming-sql';

type Shown = { title: string; time?: string; label?: string; field?: string; href?: Route };

const pathOf = { company: companyPath, contact: contactPath, deal: dealPath };

/** A day to come in words: first what is planned, then what is due, then which deal closes, then which date comes; and how much more there is. */
export function presentDay(
	{ day, planned, due, closing, dates }: ComingDay,
	settings: Pick<Settings, 'locale' | 'timeZone'>,
): { weekday: string; date: number; first: Shown | null; more: string } {
	const all: (Shown | null)[] = [
		planned && {
			title: planned.first.title,
			time: formatTime(new Date(planned.first.at), settings),
			href: activityPath(planned.first.id),
		},
		due && {
			title: due.first.title,
			...(due.first.time && { time: writeTime(due.first.time, dateStyleOf(settings.locale)) }),
			...hrefOf(due.first),
		},
		closing && { title: closing.first.title, label: 'Close:', href: dealPath(closing.first.id) },
		dates && {
			title: dates.first.title,
			field: `${dates.first.field}:`,
			href: pathOf[dates.first.kind](dates.first.id),
		},
	];
	const [first = null] = all.filter((shown) => shown !== null);
	const counts = [planned, due, closing, dates].map((some) => some?.count ?? 0);
	const rest = counts.reduce((sum, count) => sum + count, 0) - 1;
	const isMore = counts.some((count) => count > comingCountLimit);
	const value =
		closing && first?.label
			? formatShort(Number(closing.first.value), { ...settings, currency: closing.first.currency })
			: '';
	return {
		weekday: weekdayNames[weekdayOf(day) - 1]?.slice(0, 3) ?? '',
		date: Number(day.slice(8)),
		first,
		more: rest > 0 ? `${isMore ? `${comingCountLimit}+` : rest} more` : value,
	};
}

type Links = Record<'companyId' | 'contactId' | 'dealId', string | null>;

function hrefOf({ dealId, contactId, companyId }: Links): { href?: Route } {
	if (dealId) return { href: dealPath(dealId) };
	if (contactId) return { href: contactPath(contactId) };
	return companyId ? { href: companyPath(companyId) } : {};
}
