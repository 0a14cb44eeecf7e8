import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { lockAccount, refuseMissing } from '@/domain/records';
import { nextRepeat } from '@/domain/repeats/next-repeat';
import type { Repeat } from '@/domain/repeats/repeat';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { Prisma, type Tx } from '@/lib/db/db';
import type { followUpDone, followUpReferences } from '../schema';
import { lockInOrder } from './follow-up-sql';

const linked = { id: true, title: true, companyId: true, contactId: true, dealId: true } as const;

/**
 * Ticks a follow-up off or opens it again; returns its title and links, for the next one. Of one that repeats, ticking it off makes
 * the next, and opening it again takes that away: whatever comes twice or at once, one of its series is open.
 */
export async function completeFollowUp(tx: Tx, userId: UserId, { id, done }: z.output<typeof followUpDone>) {
	const made = done ? await complete(tx, userId, [id]) : await openAgain(tx, userId, id);
	const followUp = await tx.followUp.findUnique({ where: { userId_id: { userId, id } }, select: linked });
	return { ...(followUp ?? refuseMissing('follow-up')), nextOn: made.find((each) => each.of === id)?.dueOn ?? null };
}

/** Ticks follow-ups off, and makes the next of those that repeat; returns the titles of those that are there. */
export async function completeFollowUps(tx: Tx, userId: UserId, { ids }: z.output<typeof followUpReferences>) {
	await complete(tx, userId, ids);
	const there = await tx.followUp.findMany({ where: { userId, id: { in: ids } }, select: { title: true } });
	return { titles: there.map(({ title }) => title) };
}

/** The one that comes after another, and its day (YYYY-MM-DD). */
type Next = { of: string; id: string; dueOn: string };

async function complete(tx: Tx, userId: UserId, ids: string[]): Promise<Next[]> {
	await lockSeries(tx, userId, ids);
	await lockInOrder(tx, userId, ids);
	const now = new Date();
	// one that is already done keeps the time of its completion, and has made its next
	const done = await tx.$queryRaw<{ id: string; dueOn: string | null; repeats: Repeat | null }[]>`
		UPDATE follow_up SET done_at = ${now}
		WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[]) AND done_at IS NULL
		RETURNING id, due_on::text AS "dueOn", repeats`;
	if (!done.some(({ repeats }) => repeats)) return [];
	const doneOn = dayIn(now, (await getSettings(userId, tx)).timeZone);
	const next = done.flatMap(({ id, dueOn, repeats }) => {
		const day = dueOn && repeats && nextRepeat(repeats, { dueOn, doneOn });
		return day ? [{ of: id, id: uuidv7(), dueOn: day }] : [];
	});
	await tx.$executeRaw`
		INSERT INTO follow_up (user_id, id, title, due_on, due_time, is_important, is_theirs, repeats, series_id,
			company_id, contact_id, deal_id)
		SELECT f.user_id, n.id, f.title, n.due_on, f.due_time, f.is_important, f.is_theirs, f.repeats, f.series_id,
			f.company_id, f.contact_id, f.deal_id
		FROM unnest(${next.map((each) => each.of)}::uuid[], ${next.map((each) => each.id)}::uuid[],
			${next.map((each) => each.dueOn)}::date[]) AS n(of, id, due_on)
		JOIN follow_up f ON f.user_id = ${userId}::uuid AND f.id = n.of`;
	return next;
}

/** Opens a follow-up again. The last completed one of a series takes its next away; an earlier one leaves the series, which goes on. */
async function openAgain(tx: Tx, userId: UserId, id: string): Promise<Next[]> {
	await lockSeries(tx, userId, [id]);
	const [{ isEarlier }] = await tx.$queryRaw<[{ isEarlier: boolean }]>`
		SELECT EXISTS (
			SELECT FROM follow_up f JOIN follow_up later ON later.user_id = f.user_id AND later.series_id = f.series_id
			WHERE f.user_id = ${userId}::uuid AND f.id = ${id}::uuid AND later.id > f.id AND later.done_at IS NOT NULL
		) AS "isEarlier"`;
	if (!isEarlier)
		await tx.$executeRaw`
			DELETE FROM follow_up o USING follow_up f
			WHERE f.user_id = ${userId}::uuid AND f.id = ${id}::uuid AND o.user_id = f.user_id AND o.series_id = f.series_id
				AND o.done_at IS NULL AND o.id <> f.id`;
	await tx.$executeRaw`
		UPDATE follow_up SET done_at = NULL, repeats = CASE WHEN ${isEarlier} THEN NULL ELSE repeats END,
			series_id = CASE WHEN ${isEarlier} THEN NULL ELSE series_id END
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid AND done_at IS NOT NULL`;
	return [];
}

/** Makes changes of follow-ups that repeat wait for each other, as the open one of a series may be another row afterwards. */
async function lockSeries(tx: Tx, userId: UserId, ids: string[]): Promise<void> {
	const [found] = await tx.$queryRaw<[{ repeats: boolean }]>(Prisma.sql`
		SELECT EXISTS (
			SELECT FROM follow_up WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[]) AND series_id IS NOT NULL
		) AS repeats`);
	if (found.repeats) await lockAccount(tx, userId);
}
