import 'server-only';
import { outOfTouchDays } from '@/features/contacts/schema';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { type SignalFilter, staleDays } from '../signals/signals';
import { isPlanned, nextDue, openFollowUps, quietSince, startOfLast, today } from './deal-signal-sql';

// The filters by signals. What depends on activities finds its deals all at once: to ask deal by deal, as a card does, takes
// several times as long.

const isOpen = (userId: UserId) => Prisma.sql`d.user_id = ${userId}::uuid AND d.closed_at IS NULL`;

const longestStale = Math.max(...Object.values(staleDays));

/** When the deals, or the companies apart from any deal, were last spoken about; only those of the last weeks. */
function lastTouches(userId: UserId, of: 'deal_id' | 'company_id', timeZone: string): Prisma.Sql {
	return Prisma.sql`
		SELECT a.${Prisma.raw(of)} AS id, max(a.at) AS at FROM activity a
		WHERE a.user_id = ${userId}::uuid AND a.at >= ${startOfLast(longestStale, timeZone)} AND a.at <= now() AND a.type <> 'note'
			AND a.deal_id ${Prisma.raw(of === 'deal_id' ? 'IS NOT NULL' : 'IS NULL')}
		GROUP BY 1`;
}

const staleDeals = (userId: UserId, timeZone: string) => Prisma.sql`
	SELECT d.id FROM deal d
	LEFT JOIN (${lastTouches(userId, 'deal_id', timeZone)}) own ON own.id = d.id
	LEFT JOIN (${lastTouches(userId, 'company_id', timeZone)}) theirs ON theirs.id = d.company_id
	WHERE ${isOpen(userId)} AND greatest(d.created_at, own.at, theirs.at) < ${quietSince(timeZone)} AND NOT ${isPlanned(timeZone)}`;

/** No decision maker of the company was contacted lately, or fewer than two people are known there. */
const singleThreaded = (userId: UserId, timeZone: string) => Prisma.sql`
	SELECT d.id FROM deal d
	LEFT JOIN (
		SELECT s.company_id FROM contact_stats s
		WHERE s.user_id = ${userId}::uuid AND s.authority_rank < 4 AND s.last_contact_at >= ${startOfLast(outOfTouchDays, timeZone)}
		GROUP BY 1
	) heard ON heard.company_id = d.company_id
	LEFT JOIN (
		SELECT s.company_id FROM company_stats s WHERE s.user_id = ${userId}::uuid AND s.contacts < 2
	) few ON few.company_id = d.company_id
	WHERE ${isOpen(userId)} AND (heard.company_id IS NULL OR few.company_id IS NOT NULL)`;

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

/** Whether a filter by these signals finds its deals all at once, so that asking it twice takes twice as long. */
export const isFoundAtOnce = (chosen: SignalFilter[]): boolean => chosen.some(isSet);

/** ` AND …` for open deals with any of the signals. */
export function hasSignal(userId: UserId, chosen: SignalFilter[], timeZone: string): Prisma.Sql {
	if (chosen.length === 0) return Prisma.empty;
	const found = chosen.filter(isSet).map((signal) => sets[signal](userId, timeZone));
	const asked = chosen.flatMap((signal) => (isSet(signal) ? [] : [conditions[signal](timeZone)]));
	const any = asked.length > 0 && Prisma.sql`(${Prisma.join(asked, ' OR ')})`;
	if (any && found.length === 0) return Prisma.sql`AND d.closed_at IS NULL AND ${any}`;
	const all = any ? [...found, Prisma.sql`SELECT d.id FROM deal d WHERE ${isOpen(userId)} AND ${any}`] : found;
	return Prisma.sql`AND d.closed_at IS NULL AND d.id IN (${Prisma.join(all, ' UNION ALL ')})`;
}
