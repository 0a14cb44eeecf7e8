import 'server-only';
import { today } from '@/domain/today-sql';
import { authorityRanks } from '@/features/contacts/server/contact-sql';
import { quietContacts } from '@/features/contacts/server/quiet-contacts-sql';
import { inOrder } from '@/features/follow-ups/server/follow-up-sql';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater, instantOf } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import { nearDates } from './near-dates-sql';

/** The parts of the day, in the order in which they are worked through. */
export const agendaGroups = ['overdue', 'meetings', 'today', 'dates', 'quiet'] as const;
export type AgendaGroup = (typeof agendaGroups)[number];

/** How many entries of each part are read. */
export const agendaLimits: Record<AgendaGroup, number> = { overdue: 20, meetings: 20, today: 20, dates: 20, quiet: 10 };

/** How many dates are read where all of them are asked for. */
export const allDatesLimit = 500;

/** Entries are counted up to here. */
export const agendaCountLimit = 1_000;

/** The most characters of what was said that are read. */
const saidLength = 160;

/** The day's entries, as `AgendaRow`, each with how many there are. */
export function agendaStatement(userId: UserId, timeZone: string, limits = agendaLimits): Prisma.Sql {
	const now = dayIn(new Date(), timeZone);
	const startOf = (day: string) => Prisma.sql`${instantOf(`${day}T00:00`, timeZone).toISOString()}::timestamptz`;
	// done_at is always null here; PostgreSQL walks the index in order only where it is named too
	const due = (is: Prisma.Sql) => Prisma.sql`follow_up f
		WHERE f.user_id = ${userId}::uuid AND f.done_at IS NULL AND f.due_on ${is} ${today(timeZone)}`;
	const planned = Prisma.sql`activity a
		WHERE a.user_id = ${userId}::uuid AND a.at >= ${startOf(now)} AND a.at < ${startOf(daysLater(now, 1))} AND a.type <> 'note'
			AND a.outcome IS NULL AND (a.at > a.created_at OR a.at > now())`;
	const dates = nearDates(userId, now, Prisma.sql`f.remind_days`);
	const quiet = quietContacts(userId, timeZone);
	const count = (from: Prisma.Sql) =>
		Prisma.sql`(SELECT count(*)::int FROM (SELECT FROM ${from} LIMIT ${Prisma.raw(String(agendaCountLimit + 1))}) counted)`;
	// looked up one by one: the plan that is kept expects more entries than there are, and would read all records to join them
	const one = (record: Prisma.Sql, isMeant: Prisma.Sql) => {
		const alias = Prisma.raw(record.sql.split(' ').at(-1) ?? '');
		return Prisma.sql`LEFT JOIN LATERAL (
			SELECT * FROM ${record} WHERE ${alias}.user_id = ${userId}::uuid AND ${isMeant} LIMIT 1
		) ${alias} ON true`;
	};
	const limit = (group: AgendaGroup) => Prisma.raw(String(limits[group]));
	const followUps = (group: 'overdue' | 'today', is: Prisma.Sql) => Prisma.sql`
		(SELECT ${Prisma.raw(String(agendaGroups.indexOf(group)))} AS part, f.id, f.title, f.due_on, f.due_time, f.is_important, f.is_theirs,
			f.company_id, f.contact_id, f.deal_id, NULL::timestamptz AS at, NULL::int AS minutes, NULL::activity_type AS type,
			NULL::int AS rank, NULL::date AS quiet_on, NULL::timestamp AS quiet_at, NULL::uuid AS field_id, NULL::text AS field, NULL::text AS noun
		FROM ${due(is)} ORDER BY f.done_at, ${inOrder} LIMIT ${limit(group)})`;
	return Prisma.sql`
		SELECT json_build_object('overdue', found.overdue, 'meetings', found.meetings, 'today', found.due, 'dates', found.dates,
				'quiet', found.quiet) AS counts,
			(${agendaGroups}::text[])[e.part + 1] AS "group", e.id,
			CASE e.noun WHEN 'company' THEN c.name WHEN 'deal' THEN d.name ELSE coalesce(e.title, p.name) END AS title,
			e.field_id AS "fieldId", e.field AS "fieldName", coalesce(e.due_on, e.quiet_on)::text AS "dueOn",
			left(e.due_time::text, 5) AS "dueTime", e.is_important IS TRUE AS "isImportant", e.is_theirs IS TRUE AS "isTheirs", e.at,
			e.minutes AS "durationMinutes", e.type, c.id AS "companyId", c.name AS "companyName", p.id AS "contactId", p.name AS "contactName",
			p.is_decision_maker IS TRUE AS "isDecisionMaker", s.rhythm, s.last_contact_at AS "lastContactAt",
			CASE WHEN p.id IS NULL THEN c.phone ELSE p.phone END AS phone, d.id AS "dealId", d.name AS "dealName",
			CASE WHEN d.id IS NOT NULL THEN json_build_object('value', d.value::text, 'currency', d.currency, 'stage', d.stage,
				'expectedCloseOn', d.expected_close_on, 'isClosed', d.closed_at IS NOT NULL) END AS deal,
			said.text AS said, said.at AS "saidAt"
		FROM (
			SELECT ${count(due(Prisma.sql`<`))} AS overdue, ${count(planned)} AS meetings, ${count(due(Prisma.sql`=`))} AS due,
				${count(dates)} AS dates, ${count(quiet)} AS quiet
		) found
		LEFT JOIN (
			${followUps('overdue', Prisma.sql`<`)}
			UNION ALL (
				SELECT 1, a.id, a.subject, NULL, NULL, NULL, NULL, a.company_id, a.contact_id, a.deal_id, a.at, a.duration_minutes, a.type, NULL, NULL, NULL, NULL, NULL, NULL
				FROM ${planned} ORDER BY a.at, a.id LIMIT ${limit('meetings')}
			)
			UNION ALL ${followUps('today', Prisma.sql`=`)}
			UNION ALL (
				SELECT 3, n.record_id, NULL, n.day, NULL, NULL, NULL, CASE n.kind
						WHEN 'company' THEN n.record_id
						WHEN 'contact' THEN (SELECT o.company_id FROM contact o WHERE o.user_id = ${userId}::uuid AND o.id = n.record_id)
						ELSE (SELECT o.company_id FROM deal o WHERE o.user_id = ${userId}::uuid AND o.id = n.record_id)
					END, CASE WHEN n.kind = 'contact' THEN n.record_id END, CASE WHEN n.kind = 'deal' THEN n.record_id END,
					NULL, NULL, NULL, NULL, NULL, NULL, n.id, n.name, n.kind
				FROM (
					SELECT f.id, f.name, f.kind, d.record_id, d.day FROM ${dates} ORDER BY d.day, f.place, f.id, d.record_id LIMIT ${limit('dates')}
				) n
			)
			UNION ALL (
				SELECT 4, q.id, NULL, NULL, NULL, NULL, NULL, q.company_id, q.id, NULL, NULL, NULL, NULL, q.rank, q.day, q.due_at, NULL, NULL, NULL
				FROM (
					SELECT rank.rank, of_rank.* FROM unnest(${authorityRanks}::int[]) AS rank (rank)
					CROSS JOIN LATERAL (
						SELECT s.contact_id AS id, s.company_id, s.due_at, due.day FROM ${quiet} AND s.authority_rank = rank.rank
						ORDER BY s.due_at, s.contact_id LIMIT ${limit('quiet')}
					) of_rank
				) q ORDER BY q.rank, q.due_at, q.id LIMIT ${limit('quiet')}
			)
		) e ON true
		LEFT JOIN LATERAL (
			SELECT o.id FROM deal_person t JOIN deal o ON o.user_id = t.user_id AND o.id = t.deal_id
			WHERE e.part = 4 AND t.user_id = ${userId}::uuid AND t.contact_id = e.contact_id AND t.is_open
			ORDER BY o.expected_close_on, o.id LIMIT 1
		) own ON true
		${one(Prisma.sql`deal d`, Prisma.sql`d.id = coalesce(e.deal_id, own.id)`)}
		${one(Prisma.sql`company c`, Prisma.sql`c.id = e.company_id`)}
		${one(Prisma.sql`contact p`, Prisma.sql`p.id = coalesce(e.contact_id, d.contact_id)`)}
		${one(Prisma.sql`contact_stats s`, Prisma.sql`s.contact_id = p.id`)}
		LEFT JOIN LATERAL (
			SELECT left(coalesce(b.outcome, b.description, b.subject), ${saidLength}::int) AS text, b.at
			FROM activity_person w JOIN activity b ON b.user_id = w.user_id AND b.id = w.activity_id
			WHERE e.part = 1 AND w.user_id = ${userId}::uuid AND w.contact_id = p.id AND w.at <= now() AND w.at < e.at AND w.type <> 'note'
			ORDER BY w.at DESC, w.activity_id DESC LIMIT 1
		) said ON true
		ORDER BY e.part, e.due_on, e.due_time, e.is_important, e.at, e.rank, e.quiet_on, e.quiet_at, e.id, e.field_id`;
}
