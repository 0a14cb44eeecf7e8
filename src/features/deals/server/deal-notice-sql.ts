import 'server-only';
import { today } from '@/domain/today-sql';
import { outOfTouchDays } from '@/features/contacts/schema';
import { phonesOfContact } from '@/features/contacts/server/person-lines';
import { Prisma } from '@/lib/db/db';
import { blockerMeetingsWanted, roleOutOfTouchDays } from '../signals/signals';
import { companyDeciders, participants } from './deal-signal-sql';

// Whom and what the signals of one open deal `d` are about: its page says so, a card only that there is something.

/** The contact `p` as somebody to be reached, with more of what is known. */
const reached = (more: Prisma.Sql = Prisma.empty) =>
	Prisma.sql`json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'phones', ${phonesOfContact} ${more})`;

/** Days since an instant, in the user's days. */
const daysSince = (instant: Prisma.Sql, timeZone: string) =>
	Prisma.sql`(${today(timeZone)} - (${instant} AT TIME ZONE ${timeZone})::date)`;

/**
 * The decision maker with the most authority whom nobody has contacted for too long: one of the deal's, where it names any, or
 * one of the company's.
 */
const quietDecider = (timeZone: string) => Prisma.sql`(
	SELECT ${reached(Prisma.sql`, 'days', w.days`)} FROM (
		SELECT of.contact_id, of.authority_rank, of.days FROM (
			SELECT s.contact_id, s.authority_rank, ${roleOutOfTouchDays}::int AS patience, ${daysSince(Prisma.sql`s.last_contact_at`, timeZone)} AS days
			FROM ${participants} AND t.role = 'decision_maker'
			UNION ALL
			SELECT s.contact_id, s.authority_rank, ${outOfTouchDays}::int, ${daysSince(Prisma.sql`s.last_contact_at`, timeZone)}
			FROM ${companyDeciders} AND NOT EXISTS (SELECT FROM ${participants} AND t.role = 'decision_maker')
		) of
		WHERE coalesce(of.days >= of.patience, true)
		ORDER BY of.authority_rank, of.days DESC NULLS FIRST, of.contact_id LIMIT 1
	) w JOIN contact p ON p.user_id = d.user_id AND p.id = w.contact_id
)`;

/** The blocker who was met least, with how often, up to as often as it takes. */
const leastMetBlocker = Prisma.sql`(
	SELECT json_build_object('id', p.id, 'name', p.name, 'meetings', w.meetings) FROM (
		SELECT t.contact_id, (
			SELECT count(*)::int FROM (
				SELECT FROM activity_person a
				WHERE a.user_id = t.user_id AND a.contact_id = t.contact_id AND a.type = 'meeting' AND a.at <= now()
				LIMIT ${Prisma.raw(String(blockerMeetingsWanted))}
			) met
		) AS meetings
		FROM ${participants} AND t.role = 'blocker' ORDER BY meetings, t.contact_id LIMIT 1
	) w JOIN contact p ON p.user_id = d.user_id AND p.id = w.contact_id
)`;

/** With whom the deal is discussed: its main contact, or else the first of the company. */
const mainContact = Prisma.sql`(
	SELECT ${reached()} FROM contact p WHERE p.user_id = d.user_id AND p.id = coalesce(d.contact_id, (
		SELECT k.id FROM contact k WHERE k.user_id = d.user_id AND k.company_id = d.company_id AND k.authority_rank < 5
		ORDER BY k.authority_rank, k.name_key, k.id LIMIT 1
	))
)`;

/** The won deals that are looked at for how long a stage takes, and how many of them it takes to say so. */
const lookedAtWins = 50;
const fewestWins = 5;

/** The days that a won deal was in the deal's stage, the middle one of the latest wins that passed it once; null if these are few. */
const usualDays = Prisma.sql`(
	SELECT CASE WHEN count(*) >= ${fewestWins}::int THEN round((percentile_cont(0.5) WITHIN GROUP (ORDER BY p.milliseconds) / 86400000)::numeric)::int END
	FROM (
		SELECT w.user_id, w.id FROM deal w WHERE w.user_id = d.user_id AND w.stage = 'closed_won'
		ORDER BY w.closed_at DESC LIMIT ${Prisma.raw(String(lookedAtWins))}
	) w JOIN deal_passage p ON p.user_id = w.user_id AND p.deal_id = w.id AND p.stage = d.stage AND p.went_on AND p.milliseconds IS NOT NULL
)`;

/** The columns of `NoticeFacts`. */
export const noticeColumns = (timeZone: string) => Prisma.sql`
	d.stage, ${quietDecider(timeZone)} AS "quietDecider", ${leastMetBlocker} AS blocker, ${mainContact} AS main,
	${today(timeZone)} - d.expected_close_on AS "daysSinceClose",
	${daysSince(
		Prisma.sql`coalesce((SELECT max(s.at) FROM deal_stage_change s WHERE s.user_id = d.user_id AND s.deal_id = d.id), d.created_at)`,
		timeZone,
	)} AS "daysInStage",
	${usualDays} AS "usualDays"`;
