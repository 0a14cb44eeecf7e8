import 'server-only';
import type { z } from 'zod';
import { findLinks, lockLinks, type RecordLinks } from '@/domain/links';
import { refuseIfOther, refuseMissing } from '@/domain/records';
import type { Repeat } from '@/domain/repeats/repeat';
import { getSettings } from '@/features/account/server/account-queries';
import { createChosen } from '@/features/contacts/server/contact-mutations';
import type { UserId } from '@/lib/auth/session';
import { dateColumn } from '@/lib/dates/dates';
import type { Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import { snoozedDay } from '../due-days';
import {
	fitTitle,
	type followUpChanges,
	type followUpReference,
	type followUpReferences,
	type followUpsMoved,
	type newFollowUp,
	type snooze,
} from '../schema';
import { lockInOrder } from './follow-up-sql';

/** What an open follow-up says of when it is due. */
type When = { dueOn: string | null; dueTime: string | null; repeats: Repeat | null };

/** Creates a follow-up. The same id a second time changes nothing. */
export async function createFollowUp(
	tx: Tx,
	userId: UserId,
	{
		id,
		title,
		dueOn,
		isTheirs,
		isImportant = null,
		dueTime = null,
		repeats = null,
		...form
	}: z.output<typeof newFollowUp>,
) {
	refuseWrong({ dueOn, dueTime, repeats });
	const links = await linksOf(tx, userId, await createChosen(tx, userId, form));
	// by name, as a constraint that can wait, such as that on series, can not be meant
	const count = await tx.$executeRaw`
		INSERT INTO follow_up (user_id, id, title, due_on, due_time, is_important, is_theirs, repeats, series_id,
			company_id, contact_id, deal_id, activity_id)
		VALUES (${userId}::uuid, ${id}::uuid, ${title}, ${dueOn}::date, ${dueTime}::time, ${isImportant}, ${isTheirs},
			${repeats && JSON.stringify(repeats)}::jsonb, ${repeats && id}::uuid,
			${links.companyId}::uuid, ${links.contactId}::uuid, ${links.dealId}::uuid, ${links.activityId}::uuid)
		ON CONFLICT (user_id, id) DO NOTHING`;
	if (count === 0) {
		const { repeats: rule, ...saved } = (await lockFollowUp(tx, userId, id)) ?? refuseMissing('follow-up');
		const sent = { title, dueOn, dueTime, isImportant, isTheirs, ...links };
		refuseIfOther({ ...saved, name: saved.title }, sent, isSameRule(rule, repeats));
	}
	return { id, title };
}

/** Refuses a time or a rule without a date, and a rule that ends before its date. */
function refuseWrong({ dueOn, dueTime, repeats }: When): void {
	if (dueTime && !dueOn) refuseField({ dueOn: 'Enter a date for this time.' });
	if (repeats && !dueOn) refuseField({ dueOn: 'Enter the first date of a follow-up that repeats.' });
	if (repeats?.until && dueOn && repeats.until < dueOn)
		refuseField({ 'repeats.until': 'Enter a date that is not before the due date.' });
}

/** A rule comes back from the database with its parts in another order. */
function isSameRule(one: Repeat | null, other: Repeat | null): boolean {
	const parts = (repeat: Repeat | null) => JSON.stringify(Object.entries(repeat ?? {}).toSorted());
	return parts(one) === parts(other);
}

type PresentFollowUp = When & RecordLinks & { title: string; isImportant: boolean | null; isTheirs: boolean | null };

/** A follow-up as it is, locked against other changes; undefined if there is none. */
async function lockFollowUp(tx: Tx, userId: UserId, id: string): Promise<PresentFollowUp | undefined> {
	const [present] = await tx.$queryRaw<PresentFollowUp[]>`
		SELECT title, due_on::text AS "dueOn", left(due_time::text, 5) AS "dueTime", repeats, is_important AS "isImportant",
			is_theirs AS "isTheirs", company_id AS "companyId", contact_id AS "contactId", deal_id AS "dealId",
			activity_id AS "activityId"
		FROM follow_up WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR UPDATE`;
	return present;
}

/**
 * Makes a follow-up of what an activity says is to be done next: its first line is the title, whatever becomes of the
 * text later. The links are taken as the activity has them. The same one a second time is not made again: the answer to
 * the first was lost.
 */
export async function makeFollowUpOf(
	tx: Tx,
	userId: UserId,
	{
		nextSteps,
		dueOn,
		dueTime = null,
		...links
	}: RecordLinks & { activityId: string; nextSteps: string; dueOn: string; dueTime?: string | null },
) {
	await lockLinks(tx, userId, links);
	const due = { dueOn: dateColumn(dueOn), dueTime: dueTime === null ? null : new Date(`1970-01-01T${dueTime}:00Z`) };
	const fields = { title: titleOf(nextSteps), ...due, activityId: links.activityId };
	const present = await tx.followUp.findFirst({ where: { userId, ...fields, doneAt: null } });
	const { id } = present ?? (await tx.followUp.create({ data: { userId, ...links, ...fields } }));
	return { id, title: fields.title };
}

function titleOf(nextSteps: string): string {
	const lines = nextSteps.split(/[\n\r\u2028\u2029]/).map((line) => line.replace(/\p{Cc}+/gu, ' ').trim());
	// a line of which nothing shows on the screen is none
	return fitTitle(lines.find((text) => /[^\p{Z}\p{C}\p{M}]/u.test(text)) ?? 'Next steps');
}

/** The values that somebody else gave a follow-up while it was edited. */
export type ChangedElsewhere = { title?: string; due?: Pick<When, 'dueOn' | 'dueTime'> };

/**
 * Saves what is given. Without a date it has no time and repeats never. Where the form showed a title or date that somebody else has
 * replaced since, nothing is saved and `others` says by what.
 */
export async function editFollowUp(
	tx: Tx,
	userId: UserId,
	{ id, was = {}, links, ...changes }: z.output<typeof followUpChanges>,
) {
	const present = (await lockFollowUp(tx, userId, id)) ?? refuseMissing('follow-up');
	const others = changedElsewhere(present, was, changes);
	if (others) return { id, title: present.title, others };
	const wanted = { ...present, ...given(changes) };
	const when: When = wanted.dueOn ? wanted : { dueOn: null, dueTime: null, repeats: null };
	refuseWrong({
		dueOn: wanted.dueOn,
		dueTime: changes.dueTime ?? null,
		repeats: changes.repeats ?? null,
	});
	// the activity that it was made of stays the same, also where it is about somebody else by now
	const about = links ? await linksOf(tx, userId, await createChosen(tx, userId, links)) : present;
	const [saved] = await tx.$queryRaw<{ id: string; title: string }[]>`
		UPDATE follow_up SET title = ${wanted.title}, due_on = ${when.dueOn}::date, due_time = ${when.dueTime}::time,
			is_important = ${wanted.isImportant}, is_theirs = ${wanted.isTheirs},
			repeats = ${when.repeats && JSON.stringify(when.repeats)}::jsonb,
			series_id = CASE WHEN ${when.repeats !== null} THEN coalesce(series_id, id) ELSE series_id END,
			company_id = ${about.companyId}::uuid, contact_id = ${about.contactId}::uuid, deal_id = ${about.dealId}::uuid
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid RETURNING id, title`;
	return { ...(saved ?? refuseMissing('follow-up')), others: null };
}

/** Without what is left out. */
function given<Changes extends object>(changes: Changes): { [Key in keyof Changes]: Exclude<Changes[Key], undefined> } {
	return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as never;
}

/** What a change replaces that is neither what the form showed nor what the change makes of it. */
function changedElsewhere(
	present: PresentFollowUp,
	was: NonNullable<z.output<typeof followUpChanges>['was']>,
	changes: Pick<z.output<typeof followUpChanges>, 'title' | 'dueOn' | 'dueTime'>,
): ChangedElsewhere | null {
	const isOther = (field: 'title' | 'dueOn' | 'dueTime') =>
		changes[field] !== undefined &&
		was[field] !== undefined &&
		present[field] !== was[field] &&
		present[field] !== changes[field];
	const others: ChangedElsewhere = {
		...(isOther('title') && { title: present.title }),
		...((isOther('dueOn') || isOther('dueTime')) && { due: { dueOn: present.dueOn, dueTime: present.dueTime } }),
	};
	return others.title === undefined && !others.due ? null : others;
}

/** Puts a follow-up off; returns its title and the new day (YYYY-MM-DD). Unless a time is given, it keeps its own. */
export async function snoozeFollowUp(tx: Tx, userId: UserId, { id, ...to }: z.output<typeof snooze>) {
	const { titles, ...moved } = await moveFollowUps(tx, userId, { ids: [id], ...to });
	const [title] = titles;
	return title === undefined ? refuseMissing('follow-up') : { id, title, ...moved };
}

/** Puts follow-ups off to a day; returns the day and the titles of those that were still there. */
export async function moveFollowUps(
	tx: Tx,
	userId: UserId,
	{ ids, until, untilTime }: z.output<typeof followUpsMoved>,
) {
	const dueOn = snoozedDay(until, await getSettings(userId, tx), new Date());
	const dueTime = untilTime ?? null;
	await lockInOrder(tx, userId, ids);
	const moved = await tx.$queryRaw<{ title: string }[]>`
		UPDATE follow_up SET due_on = ${dueOn}::date, due_time = coalesce(${dueTime}::time, due_time)
		WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[]) RETURNING title`;
	return { titles: moved.map(({ title }) => title), dueOn, dueTime };
}

/** Deletes a follow-up; returns its title. */
export async function deleteFollowUp(tx: Tx, userId: UserId, { id }: z.output<typeof followUpReference>) {
	const { titles } = await deleteFollowUps(tx, userId, { ids: [id] });
	const [title] = titles;
	return title === undefined ? refuseMissing('follow-up') : { title };
}

/** Deletes follow-ups; returns the titles of those that were still there. */
export async function deleteFollowUps(tx: Tx, userId: UserId, { ids }: z.output<typeof followUpReferences>) {
	await lockInOrder(tx, userId, ids);
	const deleted = await tx.$queryRaw<{ title: string }[]>`
		DELETE FROM follow_up WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[]) RETURNING title`;
	return { titles: deleted.map(({ title }) => title) };
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
