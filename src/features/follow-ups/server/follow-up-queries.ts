import 'server-only';
import type { Repeat } from '@/domain/repeats/repeat';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import { inOrder, whenColumns } from './follow-up-sql';

/** The record whose follow-ups to read; without one, all of the account. */
export type FollowUpsOf = { companyId: string } | { contactId: string } | { dealId: string };

export type FollowUpGroup = 'overdue' | 'today' | 'upcoming';

/** The number of open follow-ups that are read of each group: at first, and when the user asks for more and for still more. */
export const followUpsAtOnce = { first: 8, more: 40, most: 200 };

/** An open follow-up with its records. Days are YYYY-MM-DD, times HH:MM by the clock of the account's zone. */
export type OpenFollowUp = {
	id: string;
	title: string;
	dueOn: string | null;
	dueTime: string | null;
	/** Whether it is of high priority. */
	isImportant: boolean;
	repeats: Repeat | null;
	group: FollowUpGroup;
	/** Whether they promised it to the user. */
	isTheirs: boolean;
	companyId: string | null;
	companyName: string | null;
	contactId: string | null;
	contactName: string | null;
	/** Whether the contact works at the company still. */
	contactStays: boolean | null;
	dealId: string | null;
	dealName: string | null;
};

function openOnes(userId: UserId, of?: FollowUpsOf): Prisma.Sql {
	const open = Prisma.sql`f.user_id = ${userId}::uuid AND f.done_at IS NULL`;
	if (!of) return open;
	if ('companyId' in of) return Prisma.sql`${open} AND f.company_id = ${of.companyId}::uuid`;
	if ('contactId' in of) return Prisma.sql`${open} AND f.contact_id = ${of.contactId}::uuid`;
	return Prisma.sql`${open} AND f.deal_id = ${of.dealId}::uuid`;
}

export type GroupCounts = Record<FollowUpGroup, number>;

/**
 * The first open follow-ups of each group by the user's today (YYYY-MM-DD), in the order in which they are due: at most
 * `limit` that are overdue, due today, and due later or without a day, which stand last. And how many each group has.
 */
export async function readOpenFollowUps(
	userId: UserId,
	today: string,
	of?: FollowUpsOf,
	limit = followUpsAtOnce.most,
): Promise<{ open: OpenFollowUp[]; counts: GroupCounts }> {
	const shown = Prisma.raw(String(limit));
	// done_at is always null here; PostgreSQL walks the index in order only where it is named too
	const first = (group: FollowUpGroup, due: Prisma.Sql) => Prisma.sql`
		(SELECT f.*, ${Prisma.raw(`'${group}'`)} AS "group" FROM follow_up f WHERE ${openOnes(userId, of)} AND f.due_on ${due}
		 ORDER BY f.done_at, ${inOrder} LIMIT ${shown})`;
	const later = [first('upcoming', Prisma.sql`> ${today}::date`), first('upcoming', Prisma.sql`IS NULL`)];
	const groups = [
		first('overdue', Prisma.sql`< ${today}::date`),
		first('today', Prisma.sql`= ${today}::date`),
		Prisma.sql`(SELECT f.* FROM (${Prisma.join(later, ' UNION ALL ')}) f ORDER BY ${inOrder} LIMIT ${shown})`,
	];
	// the records of hundreds are joined in another way in a small account than in a large one
	const ask = limit > followUpsAtOnce.first ? read : readPrepared;
	const rows = await ask<(GroupCounts & (OpenFollowUp | { id: null }))[]>`
		SELECT n.overdue, n.today, n.upcoming, f.id, f.title, f.due_on::text AS "dueOn", ${whenColumns}, f."group",
			f.is_theirs IS TRUE AS "isTheirs", f.company_id AS "companyId",
			c.name AS "companyName", f.contact_id AS "contactId", p.name AS "contactName",
			p.company_id = f.company_id AS "contactStays", f.deal_id AS "dealId", d.name AS "dealName"
		FROM (${countsOf(userId, today, of)}) n
		LEFT JOIN (${Prisma.join(groups, ' UNION ALL ')}) f ON true
		LEFT JOIN company c ON c.user_id = f.user_id AND c.id = f.company_id
		LEFT JOIN contact p ON p.user_id = f.user_id AND p.id = f.contact_id
		LEFT JOIN deal d ON d.user_id = f.user_id AND d.id = f.deal_id
		ORDER BY ${inOrder}`;
	const [counts = { overdue: 0, today: 0, upcoming: 0 }] = rows;
	return {
		open: rows.flatMap(({ overdue: _, today: __, upcoming: ___, ...row }) => (row.id ? [row] : [])),
		counts: { overdue: counts.overdue, today: counts.today, upcoming: counts.upcoming },
	};
}

const countsOf = (userId: UserId, today: string, of?: FollowUpsOf) => Prisma.sql`
	SELECT count(*) FILTER (WHERE f.due_on < ${today}::date)::int AS overdue,
		count(*) FILTER (WHERE f.due_on = ${today}::date)::int AS today,
		count(*) FILTER (WHERE f.due_on > ${today}::date OR f.due_on IS NULL)::int AS upcoming
	FROM follow_up f WHERE ${openOnes(userId, of)}`;

/** A follow-up's title and record, for logging its outcome; null if it doesn't exist. */
export async function getFollowUp(userId: UserId, id: string) {
	return db.followUp.findUnique({
		where: { userId_id: { userId, id } },
		select: { title: true, companyId: true, contactId: true, dealId: true },
	});
}
