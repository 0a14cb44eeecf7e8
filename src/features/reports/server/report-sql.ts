import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';

// What the reports ask of closed deals `d` alike. Bounds are the instants at which parts of time begin, and the end of the
// last one.

/** True for the account's deals of a currency that were closed within the bounds. */
export function closedWithin(userId: UserId, currency: string, bounds: Date[]): Prisma.Sql {
	return Prisma.sql`d.user_id = ${userId}::uuid AND d.stage IN ('closed_won', 'closed_lost') AND d.currency = ${currency}
		AND d.closed_at >= ${bounds[0]}::timestamptz AND d.closed_at < ${bounds.at(-1)}::timestamptz`;
}

/** In which part of the bounds a deal was closed, counted from 1. */
export function partOf(bounds: Date[]): Prisma.Sql {
	return Prisma.sql`width_bucket(d.closed_at, ${bounds}::timestamptz[])`;
}
