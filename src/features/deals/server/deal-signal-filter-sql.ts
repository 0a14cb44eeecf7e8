import 'server-only';
import { today } from '@/domain/today-sql';
import { outOfTouchDays } from '@/features/contacts/schema';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import type { DealRole } from '../roles';
import { blockerMeetingsWanted, roleOutOfTouchDays, type SignalFilter, staleDays } from '../signals/signals';
import { nextDue, openFollowUps, quietSince, startOfLast } from './deal-signal-sql';

// The filters by signals: conditions on an open deal `d`. Those that depend on activities look the deal up in a list that
// PostgreSQL makes once: to ask the activities deal by deal, as a card does, takes several times as long. IS TRUE and IS NOT TRUE
// keep it from joining the list, which it does row by row where it does not know yet how many rows an account has.

type Condition = (userId: UserId, timeZone: string) => Prisma.Sql;

/** Whether the deal, or its company apart from any deal, was spoken about within the days of its stage. */
function isSpokenOf(userId: UserId, of: 'deal' | 'company', timeZone: string): Prisma.Sql {
	const [own, column, which] =
		of === 'deal' ? ['d.id', 'a.deal_id', 'IS NOT NULL'] : ['d.company_id', 'a.company_id', 'IS NULL'];
	const stages = Object.entries(staleDays).map(
		([stage, days]) => Prisma.sql`
			WHEN ${stage}::deal_stage THEN ${Prisma.raw(own)} IN (
				SELECT ${Prisma.raw(column)} FROM activity a
				WHERE a.user_id = ${userId}::uuid AND a.at >= ${startOfLast(days, timeZone)} AND a.at <= now() AND a.type <> 'note'
					AND a.deal_id ${Prisma.raw(which)}
			)`,
	);
	return Prisma.sql`(CASE d.stage ${Prisma.join(stages, ' ')} END)`;
}

// one test and not four, each of which PostgreSQL would expect to leave out half of the deals
const isStale: Condition = (userId, timeZone) => Prisma.sql`(
	d.created_at >= ${quietSince(timeZone)}
	OR ${isSpokenOf(userId, 'deal', timeZone)}
	OR ${isSpokenOf(userId, 'company', timeZone)}
	OR d.id IN (
		SELECT f.deal_id FROM follow_up f
		WHERE f.user_id = ${userId}::uuid AND f.done_at IS NULL AND f.deal_id IS NOT NULL AND coalesce(f.due_on, 'infinity') >= ${today(timeZone)}
	)
) IS NOT TRUE`;

/** The deals `t` in which somebody who hasn't left has a role, with what is known of the contact as `s`. */
const withRole = (userId: UserId, role: DealRole) => Prisma.sql`
	SELECT t.deal_id FROM deal_person t
	JOIN contact_stats s ON s.user_id = t.user_id AND s.contact_id = t.contact_id AND s.authority_rank < 5
	WHERE t.user_id = ${userId}::uuid AND t.is_open AND t.role = ${Prisma.raw(`'${role}'`)}`;

/**
 * No decision maker was contacted lately, fewer than two people are known, or a blocker was hardly met. The decision makers are
 * those of the deal, or where it names none, those of the company.
 */
const isSingleThreaded: Condition = (userId, timeZone) => Prisma.sql`(
	(CASE
		WHEN d.id IN (${withRole(userId, 'decision_maker')}) THEN
			d.id IN (${withRole(userId, 'decision_maker')} AND s.last_contact_at >= ${startOfLast(roleOutOfTouchDays, timeZone)})
		ELSE d.company_id IN (
			SELECT s.company_id FROM contact_stats s
			WHERE s.user_id = ${userId}::uuid AND s.authority_rank < 4 AND s.last_contact_at >= ${startOfLast(outOfTouchDays, timeZone)}
		)
	END) IS NOT TRUE
	OR EXISTS (
		SELECT FROM company_stats k WHERE k.user_id = d.user_id AND k.company_id = d.company_id AND k.contacts < 2
			AND k.contacts + (
				SELECT count(*) FROM deal_person t JOIN contact_stats s ON s.user_id = t.user_id AND s.contact_id = t.contact_id
				WHERE t.user_id = d.user_id AND t.deal_id = d.id AND s.company_id <> d.company_id AND s.authority_rank < 5
			) < 2
	)
	OR d.id IN (${withRole(userId, 'blocker')} GROUP BY t.deal_id HAVING sum((
		SELECT count(*) FROM (
			SELECT FROM activity_person a
			WHERE a.user_id = t.user_id AND a.contact_id = t.contact_id AND a.type = 'meeting' AND a.at <= now()
			LIMIT ${Prisma.raw(String(blockerMeetingsWanted))}
		) met
	)) < ${blockerMeetingsWanted}::int)
)`;

const conditions: Record<SignalFilter, Condition> = {
	overdue: (_, timeZone) => Prisma.sql`${nextDue} < ${today(timeZone)}`,
	today: (_, timeZone) => Prisma.sql`${nextDue} = ${today(timeZone)}`,
	later: (_, timeZone) => Prisma.sql`${nextDue} > ${today(timeZone)}`,
	none: () => Prisma.sql`NOT EXISTS (SELECT FROM ${openFollowUps})`,
	close: (_, timeZone) => Prisma.sql`d.expected_close_on < ${today(timeZone)}`,
	stale: isStale,
	single: isSingleThreaded,
};

/** Whether a filter by these signals looks the deals up in lists. */
export const isLookedUp = (chosen: SignalFilter[]): boolean => chosen.includes('stale') || chosen.includes('single');

/** True for open deals with any of the signals. */
export function hasAnySignal(userId: UserId, chosen: SignalFilter[], timeZone: string): Prisma.Sql {
	const any = chosen.map((signal) => conditions[signal](userId, timeZone));
	return Prisma.sql`(d.closed_at IS NULL AND ((${Prisma.join(any, ') OR (')})))`;
}

/** ` AND …` for open deals with any of the signals. */
export function hasSignal(userId: UserId, chosen: SignalFilter[], timeZone: string): Prisma.Sql {
	return chosen.length === 0 ? Prisma.empty : Prisma.sql`AND ${hasAnySignal(userId, chosen, timeZone)}`;
}
