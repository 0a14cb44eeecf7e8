import 'server-only';
import type { z } from 'zod';
import { formMetadata, isSameMetadata } from '@/domain/fields/save-form-fields';
import { findLinks, lockPeople, type RecordLinks } from '@/domain/links';
import { refuseIfOther, refuseMissing, refuseStale } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import { createChosen } from '@/features/contacts/server/contact-mutations';
import { makeFollowUpOf } from '@/features/follow-ups/server/follow-up-mutations';
import type { UserId } from '@/lib/auth/session';
import { instantOf, localTime } from '@/lib/dates/dates';
import type { Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import type {
	activityChanges,
	activityDay,
	activityOutcome,
	activityReference,
	activityReferences,
	newActivity,
} from '../schema';

const named = { id: true, subject: true } as const;

type Form = Omit<z.output<typeof newActivity>, 'id' | 'custom' | 'newCompany' | 'newContact'>;
type Owner = { companyId: string; contactId: string | null; dealId: string | null };

/** Logs an activity, and makes a follow-up where the next steps have a date. The same id a second time changes nothing. */
export async function createActivity(tx: Tx, userId: UserId, { id, custom, ...sent }: z.output<typeof newActivity>) {
	const own = await formMetadata(tx, userId, { kind: 'activity', custom, style: () => getSettings(userId, tx) });
	const form = await createChosen(tx, userId, sent);
	const { people, ...links } = await findOwner(tx, userId, form);
	const { at, ...columns } = await columnsOf(tx, userId, form, new Date());
	const data = { ...columns, ...links };
	const { count } = await tx.activity.createMany({
		data: [{ userId, id, ...data, ...own, at }],
		skipDuplicates: true,
	});
	const saved = await tx.activity.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
	if (count === 0) {
		const { timeZone } = await getSettings(userId, tx);
		const present = await tx.activityPerson.findMany({ where: { userId, activityId: id } });
		const there = {
			...saved,
			name: saved.subject,
			at: localTime(saved.at, timeZone),
			people: asText(present.map(({ contactId }) => contactId)),
		};
		const again = { ...data, at: form.at?.slice(0, 16) ?? there.at, people: asText(people) };
		refuseIfOther(there, again, isSameMetadata(saved.metadata, own));
	} else await addPeople(tx, userId, id, people);
	await followUp(tx, userId, { activityId: id, ...links }, form);
	return { id, subject: saved.subject, ...links, people };
}

/** Saves an activity's form. Refuses where another save came in between. */
export async function updateActivity(
	tx: Tx,
	userId: UserId,
	{ id, version, custom, ...sent }: z.output<typeof activityChanges>,
) {
	const owned = { kind: 'activity', custom, of: { id, version }, style: () => getSettings(userId, tx) } as const;
	const own = await formMetadata(tx, userId, owned);
	const present = await tx.activity.findUnique({ where: { userId_id: { userId, id }, version } });
	if (!present) return refuseStale(tx, userId, 'activity', id);
	const form = await createChosen(tx, userId, sent);
	// the activities of a contact who changed companies stay with the former company
	const { people, ...links } = await findOwner(tx, userId, form, present);
	const { at, ...columns } = await columnsOf(tx, userId, form, present.at);
	const [saved] = await tx.activity.updateManyAndReturn({
		where: { userId, id, version },
		data: { ...columns, ...links, ...own, at },
		select: named,
	});
	if (!saved) return refuseStale(tx, userId, 'activity', id);
	await setPeople(tx, userId, id, people);
	await followUp(tx, userId, { activityId: id, ...links }, form);
	return { ...saved, ...links, people };
}

/** Writes down what came of something planned. What was still to come has taken place now. */
export async function logOutcome(tx: Tx, userId: UserId, { id, outcome }: z.output<typeof activityOutcome>) {
	const [saved] = await tx.$queryRaw<{ id: string; subject: string }[]>`
		UPDATE activity SET outcome = ${outcome}, at = least(at, date_trunc('milliseconds', now()))
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid RETURNING id, subject`;
	return saved ?? refuseMissing('activity');
}

/** Moves something planned to another day, at its own time of day in the account's zone unless another is given. */
export async function postponeActivity(tx: Tx, userId: UserId, { id, until }: z.output<typeof activityDay>) {
	const { timeZone } = await getSettings(userId, tx);
	const present = await tx.activity.findUnique({ where: { userId_id: { userId, id } }, select: { at: true } });
	if (!present) return refuseMissing('activity');
	const local = until.includes('T') ? until : until + localTime(present.at, timeZone).slice(10);
	return tx.activity.update({
		where: { userId_id: { userId, id } },
		data: { at: instantOf(local, timeZone) },
		select: named,
	});
}

/** Deletes an activity; its follow-ups stay. Returns its subject and whose it was. */
export async function deleteActivity(tx: Tx, userId: UserId, { id }: z.output<typeof activityReference>) {
	const { subjects } = await deleteActivities(tx, userId, { ids: [id] });
	const [subject] = subjects;
	return subject === undefined ? refuseMissing('activity') : { subject };
}

/** Deletes activities; returns the subjects of those that were still there. */
export async function deleteActivities(tx: Tx, userId: UserId, { ids }: z.output<typeof activityReferences>) {
	const deleted = await tx.$queryRaw<{ subject: string }[]>`
		DELETE FROM activity WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[]) RETURNING subject`;
	return { subjects: deleted.map(({ subject }) => subject) };
}

/** The form's fields as columns. Where it leaves the time open, or says the same minute, that is `present`. */
async function columnsOf(tx: Tx, userId: UserId, form: Form, present: Date) {
	const { type, subject, description, durationMinutes, outcome, nextSteps } = form;
	if (form.followUpOn && !nextSteps)
		refuseField({ nextSteps: 'Write down what to do next, or leave the date of the follow-up empty.' });
	const { timeZone } = await getSettings(userId, tx);
	const isSame = form.at === null || form.at === localTime(present, timeZone);
	const at = isSame || form.at === null ? present : instantOf(form.at, timeZone);
	return { type, subject, description, durationMinutes, outcome, nextSteps, at };
}

async function followUp(
	tx: Tx,
	userId: UserId,
	links: RecordLinks & { activityId: string },
	{ nextSteps, followUpOn, followUpTime = null }: Pick<Form, 'nextSteps' | 'followUpOn' | 'followUpTime'>,
) {
	if (!nextSteps || !followUpOn) return;
	await makeFollowUpOf(tx, userId, { ...links, nextSteps, dueOn: followUpOn, dueTime: followUpTime });
}

/** The people as a text that only differs where they do. */
const asText = (people: string[]) => people.toSorted().join();

/**
 * Whom an activity belongs to, which is a company at least, and who took part. The main contact stays as long as they take part;
 * otherwise it is the first one who works at the company, or the first of all.
 */
async function findOwner(tx: Tx, userId: UserId, form: Form, present?: Owner): Promise<Owner & { people: string[] }> {
	const people = [
		...new Set([...(form.contactId ? [form.contactId] : []), ...(form.people ?? []).map(({ id }) => id)]),
	];
	const [first] = people;
	const asked = { companyId: form.companyId, dealId: form.dealId };
	const isOpen = !form.companyId && !form.dealId && first !== undefined;
	const { companyId, dealId } = await findLinks(tx, userId, isOpen ? { contactId: first } : asked, present);
	if (!companyId) return refuseField({ companyId: 'Choose a company, a contact or a deal.' });
	const known = await lockPeople(tx, userId, people);
	const stays = people.find((id) => id === present?.contactId);
	const ofCompany = known.find((each) => each.companyId === companyId)?.id;
	return { companyId, dealId, contactId: form.contactId ?? stays ?? ofCompany ?? first ?? null, people };
}

/** Adds contacts to those who took part in an activity; returns how many are new. */
async function addPeople(tx: Tx, userId: UserId, activityId: string, people: string[]): Promise<number> {
	if (people.length === 0) return 0;
	return tx.$executeRaw`
		INSERT INTO activity_person (user_id, activity_id, contact_id)
		SELECT ${userId}::uuid, ${activityId}::uuid, unnest(${people}::uuid[]) ON CONFLICT DO NOTHING`;
}

/** Makes these contacts the people who took part in an activity. Its main contact is one of them. */
async function setPeople(tx: Tx, userId: UserId, activityId: string, people: string[]): Promise<void> {
	const removed = await tx.$executeRaw`
		DELETE FROM activity_person
		WHERE user_id = ${userId}::uuid AND activity_id = ${activityId}::uuid AND contact_id <> ALL (${people}::uuid[])`;
	const added = await addPeople(tx, userId, activityId, people);
	if (removed + added === 0) return;
	// so that a form that was opened before can't bring the former people back
	await tx.$executeRaw`
		UPDATE activity SET version = nextval('activity_version_seq'), updated_at = now()
		WHERE user_id = ${userId}::uuid AND id = ${activityId}::uuid`;
}
