import 'server-only';
import { outOfTouchDays } from '@/features/contacts/schema';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { type SignalFilter, staleDays } from '../signals/signals';
import { nextDue, openFollowUps, quietSince, startOfLast, today } from './deal-signal-sql';

// The filters by signals. What depends on activities finds its deals all at once: to ask deal by deal, as a card does, takes
// several times as long.

const isOpen = (userId: UserId) => Prisma.sql`d.user_id = ${userId}::uuid AND d.closed_at IS NULL`;

const longestStale = Math.max(...Object.values(staleDays));

/**
 * Deals, what was said about them or their companies in the last weeks, and what is planned, as lines of one table that is grouped: a
 * join of these is done row by row where PostgreSQL does not know yet how many rows the account has.
 */
const staleDeals = (userId: UserId, timeZone: string) => Prisma.sql`
	SELECT d.id FROM (
		SELECT told.id, max(told.stage) AS stage, max(told.own) AS own, max(told.theirs) AS theirs
		FROM (
			SELECT line.id, line.stage, line.own, max(line.theirs) OVER (PARTITION BY line.company_id) AS theirs
			FROM (
				SELECT d.id, d.stage, d.company_id, d.created_at AS own, NULL::timestamptz AS theirs FROM deal d WHERE ${isOpen(userId)}
				UNION ALL
				SELECT a.deal_id, NULL, CASE WHEN a.deal_id IS NULL THEN a.company_id END, CASE WHEN a.deal_id IS NOT NULL THEN a.at END,
					CASE WHEN a.deal_id IS NULL THEN a.at END
				FROM activity a
				WHERE a.user_id = ${userId}::uuid AND a.at >= ${startOfLast(longestStale, timeZone)} AND a.at <= now() AND a.type <> 'note'
				UNION ALL
				SELECT f.deal_id, NULL, NULL, 'infinity', NULL FROM follow_up f
				WHERE f.user_id = ${userId}::uuid AND f.done_at IS NULL AND f.deal_id IS NOT NULL
					AND coalesce(f.due_on, 'infinity') >= ${today(timeZone)}
			) line
		) told WHERE told.id IS NOT NULL GROUP BY told.id
	) d WHERE d.stage IS NOT NULL AND greatest(d.own, d.theirs) < ${quietSince(timeZone)}`;

/** No decision maker of the company was contacted lately, or fewer than two people are known there. */
const singleThreaded = (userId: UserId, timeZone: string) => Prisma.sql`
	SELECT told.id FROM (
		SELECT line.id, line.company_id, bool_or(line.heard) OVER (PARTITION BY line.company_id) AS heard
		FROM (
			SELECT d.id, d.company_id, NULL::boolean AS heard FROM deal d WHERE ${isOpen(userId)}
			UNION ALL
			SELECT NULL, s.company_id, true FROM contact_stats s
			WHERE s.user_id = ${userId}::uuid AND s.authority_rank < 4 AND s.last_contact_at >= ${startOfLast(outOfTouchDays, timeZone)}
		) line
	) told WHERE told.id IS NOT NULL AND (
		told.heard IS NULL
		OR (SELECT s.contacts FROM company_stats s WHERE s.user_id = ${userId}::uuid AND s.company_id = told.company_id) < 2
	)`;

/** `SELECT` for the ids of open deals with a signal. */
const sets = { stale: staleDeals, single: singleThreaded };

const isSet = (signal: SignalFilter): signal is keyof typeof sets => Object.hasOwn(sets, signal);

/** Conditions on an open deal `d`. */
const conditions: Record<Exclude<SignalFilter, keyof typeof sets>, (timeZone: string) => Prisma.Sql> = {
	overdue: (timeZone) => Prisma.sql`${nextDue} < ${today(timeZone)}`,
	today: (timeZone) => Prisma.sql`${nextDue} = ${today(timeZone)}`,
	later: (timeZone) => Prisma.sql`${nextDue} > ${today(timeZone)}`,
	none: () => Prisma.sql`NOT EXISTS (SELECT FROM ${openFollowUps})`,
	close: (timeZone) => Prisma.sql`d.expected_close_on < ${today(timeZone)}`,
};

/** ` AND …` for open deals with any of the signals. */
export function hasSignal(userId: UserId, chosen: SignalFilter[], timeZone: string): Prisma.Sql {
	if (chosen.length === 0) return Prisma.empty;
	const found = chosen.filter(isSet).map((signal) => sets[signal](userId, timeZone));
	const asked = chosen.flatMap((signal) => (isSet(signal) ? [] : [conditions[signal](timeZone)]));
	const any = asked.length > 0 && Prisma.sql`(${Prisma.join(asked, ' OR ')})`;
	if (any && found.length === 0) return Prisma.sql`AND d.closed_at IS NULL AND ${any}`;
	const all = any ? [...found, Prisma.sql`SELECT d.id FROM deal d WHERE ${isOpen(userId)} AND ${any}`] : found;
	// IS TRUE has PostgreSQL find them once and look each deal up among them, instead of joining them in some way
	return Prisma.sql`AND d.closed_at IS NULL AND (d.id IN (${Prisma.join(all, ' UNION ALL ')})) IS TRUE`;
}
