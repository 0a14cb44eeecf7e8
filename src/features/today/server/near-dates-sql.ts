import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { daysLater } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';

/** The most days ahead that a field reminds of its dates. */
const mostDays = 60;

/**
 * A FROM with its WHERE: the dates of custom fields that Today reminds of, `f` being their field and `d` a record with its next day,
 * from `first` (YYYY-MM-DD) on for so many days. What comes every year comes on February 28 where a year has no 29th.
 */
export function nearDates(userId: UserId, first: string, within: Prisma.Sql): Prisma.Sql {
	const coming = Array.from({ length: mostDays + 1 }, (_, index) => daysLater(first, index)).flatMap(yearlyOn);
	return Prisma.sql`field f CROSS JOIN LATERAL (
			SELECT v.record_id, v.day FROM field_value v
			WHERE f.reminds = 'once' AND v.user_id = ${userId}::uuid AND v.field_id = f.id
				AND v.day BETWEEN ${first}::date AND ${first}::date + ${within}
			UNION ALL
			SELECT v.record_id, n.day
			FROM unnest(${coming.map(({ day }) => day)}::date[], ${coming.map(({ yearly }) => yearly)}::smallint[]) n (day, yearly)
			JOIN field_value v ON v.user_id = ${userId}::uuid AND v.field_id = f.id AND v.yearly = n.yearly AND v.day <= n.day
			WHERE f.reminds = 'yearly' AND n.day <= ${first}::date + ${within}
		) d
		WHERE f.user_id = ${userId}::uuid AND f.reminds IS NOT NULL AND f.archived_at IS NULL AND f.kind <> 'activity'`;
}

/** The days of any year that come on a day: its month and day as `field_value.yearly` has them. */
function yearlyOn(day: string): { day: string; yearly: number }[] {
	const yearly = Number(day.slice(5, 7)) * 100 + Number(day.slice(8));
	const isLast = yearly === 228 && !daysLater(day, 1).endsWith('29');
	return [{ day, yearly }, ...(isLast ? [{ day, yearly: 229 }] : [])];
}
