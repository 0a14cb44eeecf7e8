import 'server-only';
import { inOrder } from '@/features/follow-ups/server/follow-up-sql';
import type { UserId } from '@/lib/auth/session';
import { boundsOf, dayIn, daysLater } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import { nearDates } from './near-dates-sql';

/** What a day has is counted up to here. */
export const comingCountLimit = 20;

/** The seven days after today as `ComingDay`. */
export function comingStatement(userId: UserId, timeZone: string): Prisma.Sql {
	const tomorrow = daysLater(dayIn(new Date(), timeZone), 1);
	const days = Array.from({ length: 7 }, (_, index) => daysLater(tomorrow, index));
	const bounds = boundsOf(
		days.map((day) => ({ from: day, to: day })),
		timeZone,
	).map((bound) => bound.toISOString());
	const dates = nearDates(userId, tomorrow, Prisma.raw('6'));
	const nameIn = (table: string) =>
		Prisma.sql`SELECT r.name FROM ${Prisma.raw(table)} r WHERE r.user_id = ${userId}::uuid AND r.id = x.id`;
	const nameOf = Prisma.sql`CASE x.kind WHEN 'company' THEN (${nameIn('company')}) WHEN 'contact' THEN (${nameIn('contact')})
		ELSE (${nameIn('deal')}) END`;
	const some = (from: Prisma.Sql, first: Prisma.Sql) => Prisma.sql`(
		SELECT json_build_object('first', (array_agg(${first}))[1], 'count', count(*)) FROM (
			SELECT ${from} LIMIT ${Prisma.raw(String(comingCountLimit + 1))}
		) x HAVING count(*) > 0
	)`;
	return Prisma.sql`
		SELECT day.day::text AS day,
			${some(
				Prisma.sql`a.id, a.subject, a.at FROM activity a
					WHERE a.user_id = ${userId}::uuid AND a.at >= day.begins AND a.at < day.ends AND a.type <> 'note' ORDER BY a.at, a.id`,
				Prisma.sql`json_build_object('id', x.id, 'title', x.subject, 'at', x.at) ORDER BY x.at, x.id`,
			)} AS planned,
			${some(
				Prisma.sql`f.* FROM follow_up f
					WHERE f.user_id = ${userId}::uuid AND f.done_at IS NULL AND f.due_on = day.day ORDER BY f.done_at, ${inOrder}`,
				Prisma.sql`json_build_object('title', x.title, 'time', left(x.due_time::text, 5), 'companyId', x.company_id,
					'contactId', x.contact_id, 'dealId', x.deal_id) ORDER BY x.due_time, x.is_important, x.id`,
			)} AS due,
			${some(
				Prisma.sql`d.id, d.name, d.value, d.currency FROM deal d
					WHERE d.user_id = ${userId}::uuid AND d.closed_at IS NULL AND d.expected_close_on = day.day ORDER BY d.id`,
				Prisma.sql`json_build_object('id', x.id, 'title', x.name, 'value', x.value::text, 'currency', x.currency) ORDER BY x.id`,
			)} AS closing,
			${some(
				Prisma.sql`f.kind, f.name AS field, d.record_id AS id FROM ${dates} AND d.day = day.day ORDER BY f.place, f.id, d.record_id`,
				Prisma.sql`json_build_object('id', x.id, 'kind', x.kind, 'field', x.field, 'title', ${nameOf}) ORDER BY x.field, x.id`,
			)} AS dates
		FROM unnest(${days}::date[], ${bounds.slice(0, -1)}::timestamptz[], ${bounds.slice(1)}::timestamptz[]) AS day (day, begins, ends)
		ORDER BY day.day`;
}
