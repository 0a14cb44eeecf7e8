import 'server-only';
import type { z } from 'zod';
import { findLinks, lockLinks, type RecordLinks } from '@/domain/links';
import { refuseIfOther, refuseMissing } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import { createChosen } from '@/features/contacts/server/contact-mutations';
import type { UserId } from '@/lib/auth/session';
import { dateColumn, dayOfColumn } from '@/lib/dates/dates';
import type { Tx } from '@/lib/db/db';
import { snoozedDay } from '../due-days';
import {
	fitTitle,
	type followUpChanges,
	type followUpDone,
	type followUpReference,
	type newFollowUp,
	type snooze,
} from '../schema';

const linked = { id: true, title: true, companyId: true, contactId: true, dealId: true } as const;

/** Creates a follow-up. The same id a second time changes nothing. */
export async function createFollowUp(
	tx: Tx,
	userId: UserId,
	{ id, title, dueOn, isTheirs, ...form }: z.output<typeof newFollowUp>,
) {
	const links = await linksOf(tx, userId, await createChosen(tx, userId, form));
	// by name, as a constraint that can wait, such as that on series, can not be meant
	const count = await tx.$executeRaw`
		INSERT INTO follow_up (user_id, id, title, due_on, is_theirs, company_id, contact_id, deal_id, activity_id)
		VALUES (${userId}::uuid, ${id}::uuid, ${title}, ${dueOn}::date, ${isTheirs}, ${links.companyId}::uuid,
			${links.contactId}::uuid, ${links.dealId}::uuid, ${links.activityId}::uuid)
		ON CONFLICT (user_id, id) DO NOTHING`;
	if (count === 0) {
		const present = await tx.followUp.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
		const saved = { ...present, name: present.title, dueOn: present.dueOn && dayOfColumn(present.dueOn) };
		refuseIfOther(saved, { title, dueOn, isTheirs, ...links });
	}
	return { id, title };
}

/**
 * Makes a follow-up of what an activity says is to be done next: its first line is the title, whatever becomes of the
 * text later. The links are taken as the activity has them. The same one a second time is not made again: the answer to
 * the first was lost.
 */
export async function makeFollowUpOf(
	tx: Tx,
	userId: UserId,
	{ nextSteps, dueOn, ...links }: RecordLinks & { activityId: string; nextSteps: string; dueOn: string },
) {
	await lockLinks(tx, userId, links);
	const fields = { title: titleOf(nextSteps), dueOn: dateColumn(dueOn), activityId: links.activityId };
	const present = await tx.followUp.findFirst({ where: { userId, ...fields, doneAt: null } });
	const { id } = present ?? (await tx.followUp.create({ data: { userId, ...links, ...fields } }));
	return { id, title: fields.title };
}

function titleOf(nextSteps: string): string {
	const lines = nextSteps.split(/[\n\r\u2028\u2029]/).map((line) => line.replace(/\p{Cc}+/gu, ' ').trim());
	// a line of which nothing shows on the screen is none
	return fitTitle(lines.find((text) => /[^\p{Z}\p{C}\p{M}]/u.test(text)) ?? 'Next steps');
}

/** Saves the title, the due date and the record, as far as they are given. */
export async function editFollowUp(
	tx: Tx,
	userId: UserId,
	{ id, title, dueOn, isTheirs, links }: z.output<typeof followUpChanges>,
) {
	// the activity that it was made of stays the same, also where it is about somebody else by now
	const { activityId: _, ...about } = links ? await linksOf(tx, userId, await createChosen(tx, userId, links)) : {};
	const [saved] = await tx.followUp.updateManyAndReturn({
		where: { userId, id },
		data: {
			...(title !== undefined && { title }),
			...(dueOn !== undefined && { dueOn: dueOn && dateColumn(dueOn) }),
			...(isTheirs !== undefined && { isTheirs }),
			...about,
		},
		select: { id: true, title: true },
	});
	return saved ?? refuseMissing('follow-up');
}

/** Ticks a follow-up off or opens it again; returns its title and links, for the next one. */
export async function completeFollowUp(tx: Tx, userId: UserId, { id, done }: z.output<typeof followUpDone>) {
	// a follow-up that is already done keeps the time of its completion
	await tx.followUp.updateMany({
		where: { userId, id, doneAt: done ? null : { not: null } },
		data: { doneAt: done ? new Date() : null },
	});
	const followUp = await tx.followUp.findUnique({ where: { userId_id: { userId, id } }, select: linked });
	return followUp ?? refuseMissing('follow-up');
}

/** Puts a follow-up off; returns its title and the new day (YYYY-MM-DD). */
export async function snoozeFollowUp(tx: Tx, userId: UserId, { id, until }: z.output<typeof snooze>) {
	const dueOn = snoozedDay(until, await getSettings(userId, tx), new Date());
	const [saved] = await tx.followUp.updateManyAndReturn({
		where: { userId, id },
		data: { dueOn: dateColumn(dueOn) },
		select: { id: true, title: true },
	});
	return saved ? { ...saved, dueOn } : refuseMissing('follow-up');
}

/** Deletes a follow-up; returns its title. */
export async function deleteFollowUp(tx: Tx, userId: UserId, { id }: z.output<typeof followUpReference>) {
	const [deleted] = await tx.$queryRaw<{ title: string }[]>`
		DELETE FROM follow_up WHERE user_id = ${userId}::uuid AND id = ${id}::uuid RETURNING title`;
	return deleted ?? refuseMissing('follow-up');
}

/** The links of a follow-up: the chosen record, and the contact of a deal unless another one is chosen. */
async function linksOf(tx: Tx, userId: UserId, chosen: Partial<RecordLinks>): Promise<RecordLinks> {
	const found = await findLinks(tx, userId, chosen);
	return { ...found, contactId: found.contactId ?? (await contactOfDeal(tx, userId, found.dealId)) };
}

/** A deal's contact, unless they have left or moved to another company since; locked against being deleted meanwhile. */
async function contactOfDeal(tx: Tx, userId: UserId, dealId: string | null) {
	const [found] = await tx.$queryRaw<{ id: string }[]>`
		SELECT p.id FROM deal d JOIN contact p ON (p.user_id, p.id, p.company_id) = (d.user_id, d.contact_id, d.company_id)
		WHERE d.user_id = ${userId}::uuid AND d.id = ${dealId}::uuid AND p.left_on IS NULL FOR KEY SHARE OF p`;
	return found?.id ?? null;
}
