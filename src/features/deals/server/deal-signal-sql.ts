import 'server-only';
import { today } from '@/domain/today-sql';
import { outOfTouchDays } from '@/features/contacts/schema';
import { dayIn, daysLater, instantOf } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import { blockerMeetingsWanted, roleOutOfTouchDays, staleDays } from '../signals/signals';

// Signals of an open deal `d`, asked about the deal alone and never stored: they change by the mere passing of time.

export const openFollowUps = Prisma.sql`follow_up f WHERE f.user_id = d.user_id AND f.deal_id = d.id AND f.done_at IS NULL`;
/** The day of the next follow-up; one without a day is due in the far future. */
export const nextDue = Prisma.sql`(SELECT min(coalesce(f.due_on, 'infinity')) FROM ${openFollowUps})`;
const isPlanned = (timeZone: string) =>
	Prisma.sql`EXISTS (SELECT FROM ${openFollowUps} AND coalesce(f.due_on, 'infinity') >= ${today(timeZone)})`;

/** The instant at which the user's last `days` days began, including today. */
export const startOfLast = (days: number, timeZone: string) =>
	Prisma.sql`${instantOf(`${daysLater(dayIn(new Date(), timeZone), 1 - days)}T00:00`, timeZone).toISOString()}::timestamptz`;

const spokenTo = Prisma.sql`a.user_id = d.user_id AND a.type <> 'note' AND a.at <= now()`;
const ownTouches = Prisma.sql`activity a WHERE ${spokenTo} AND a.deal_id = d.id`;
const companyTouches = Prisma.sql`activity a WHERE ${spokenTo} AND a.company_id = d.company_id AND a.deal_id IS NULL`;
const companyStats = Prisma.sql`company_stats s WHERE s.user_id = d.user_id AND s.company_id = d.company_id`;
/**
 * When the deal was last spoken about: the latest call, email or meeting that belongs to it, or to its company and to no
 * other deal; before the first one, when it was created.
 */
const lastTouch = Prisma.sql`(
	SELECT coalesce((SELECT a.at FROM ${companyTouches} AND a.at > own.at ORDER BY a.at DESC LIMIT 1), own.at)
	FROM (SELECT greatest(d.created_at, (SELECT a.at FROM ${ownTouches} ORDER BY a.at DESC LIMIT 1)) AS at) own)`;
const quietDays = (timeZone: string) =>
	Prisma.sql`(${today(timeZone)} - (${lastTouch} AT TIME ZONE ${timeZone})::date)`;
/** Since when a deal of this stage is stale if nothing was said about it. */
export function quietSince(timeZone: string): Prisma.Sql {
	const stages = Object.entries(staleDays).map(
		([stage, days]) => Prisma.sql`WHEN ${stage}::deal_stage THEN ${startOfLast(days, timeZone)}`,
	);
	return Prisma.sql`CASE d.stage ${Prisma.join(stages, ' ')} END`;
}

/** Whether that is too long. Checked step by step, because the deal itself or its company's stats usually decide it. */
const isQuiet = (timeZone: string) => {
	const since = quietSince(timeZone);
	return Prisma.sql`NOT (
		d.created_at >= ${since}
		OR EXISTS (SELECT FROM ${ownTouches} AND a.at >= ${since})
		OR EXISTS (SELECT FROM ${companyStats} AND s.last_contact_at >= ${since})
			AND EXISTS (SELECT FROM ${companyTouches} AND a.at >= ${since})
	)`;
};
const isStale = (timeZone: string) => Prisma.sql`(NOT ${isPlanned(timeZone)} AND ${isQuiet(timeZone)})`;

/** Those who take part in the deal as `t` and haven't left their company, and what is known of each as `s`. */
export const participants = Prisma.sql`
	deal_person t JOIN contact_stats s ON s.user_id = t.user_id AND s.contact_id = t.contact_id AND s.authority_rank < 5
	WHERE t.user_id = d.user_id AND t.deal_id = d.id`;
/** How many contacts are known: those of the company, and those of others who take part. */
const contacts = Prisma.sql`(
	SELECT s.contacts + (SELECT count(*)::int FROM ${participants} AND s.company_id <> d.company_id) FROM ${companyStats})`;
export const companyDeciders = Prisma.sql`
	contact_stats s WHERE s.user_id = d.user_id AND s.company_id = d.company_id AND s.authority_rank < 4`;
/** How often a blocker of the deal was met, up to as often as it takes. */
const blockerMeetings = Prisma.sql`(
	SELECT count(*)::int FROM (
		SELECT FROM deal_person t
		JOIN contact_stats s ON s.user_id = t.user_id AND s.contact_id = t.contact_id AND s.authority_rank < 5
		JOIN activity_person a ON a.user_id = t.user_id AND a.contact_id = t.contact_id AND a.type = 'meeting' AND a.at <= now()
		WHERE t.user_id = d.user_id AND t.deal_id = d.id AND t.role = 'blocker' LIMIT ${Prisma.raw(String(blockerMeetingsWanted))}
	) met)`;

/** The columns of `SignalFacts`, each null while the deal is closed. */
export const signalColumns = Prisma.sql`
	signal.follow_up AS "followUp", nullif(signal.due, 'infinity')::text AS "dueOn", signal.overdue AS "overdueDays",
	signal.close_passed AS "closePassed", signal.stale AS "staleFor", signal.contacts, signal.deciders,
	signal.deciders_quiet AS "decidersQuiet", signal.deciders_quiet_for AS "decidersQuietFor", signal.blocker_meetings AS "blockerMeetings"`;

/**
 * What `signalColumns` reads. OFFSET has PostgreSQL look at the closing first, and for the next follow-up once: otherwise it asks
 * all of this of closed deals too, and for the follow-up five times.
 */
export const signalsOf = (timeZone: string) => Prisma.sql`
	LEFT JOIN LATERAL (
		SELECT next.due, decide.deciders, ${contacts} AS contacts,
			CASE WHEN next.due IS NULL THEN 'none' WHEN next.due < day.today THEN 'overdue'
				WHEN next.due = day.today THEN 'today' ELSE 'later' END AS follow_up,
			CASE WHEN next.due < day.today THEN day.today - next.due END AS overdue,
			coalesce(d.expected_close_on < day.today, false) AS close_passed,
			CASE WHEN ${isStale(timeZone)} THEN ${quietDays(timeZone)} END AS stale,
			decide.deciders > 0 AND coalesce(day.today - decide.day >= decide.patience, true) AS deciders_quiet,
			day.today - decide.day AS deciders_quiet_for,
			CASE WHEN decide.has_blocker THEN ${blockerMeetings} END AS blocker_meetings
		FROM (SELECT ${today(timeZone)} AS today WHERE d.closed_at IS NULL OFFSET 0) day
		CROSS JOIN LATERAL (SELECT ${nextDue} AS due OFFSET 0) next
		CROSS JOIN LATERAL (
			SELECT count(*) FILTER (WHERE t.role = 'decision_maker')::int AS deciders,
				max(s.last_contact_at) FILTER (WHERE t.role = 'decision_maker') AS at, coalesce(bool_or(t.role = 'blocker'), false) AS has_blocker
			FROM ${participants} AND t.role IS NOT NULL
		) own
		CROSS JOIN LATERAL (
			SELECT own.deciders + count(*)::int AS deciders, (coalesce(own.at, max(s.last_contact_at)) AT TIME ZONE ${timeZone})::date AS day,
				CASE WHEN own.deciders > 0 THEN ${roleOutOfTouchDays}::int ELSE ${outOfTouchDays}::int END AS patience, own.has_blocker
			FROM ${companyDeciders} AND own.deciders = 0
		) decide
	) signal ON true`;
