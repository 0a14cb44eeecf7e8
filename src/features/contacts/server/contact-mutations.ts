import 'server-only';
import type { z } from 'zod';
import { addPoints, areSamePoints, readPoints, savePoints } from '@/domain/contact-points/contact-point-records';
import { checkIntroducer, checkReportsTo } from '@/domain/contact-ties';
import { defaultMetadata } from '@/domain/fields/default-values';
import { formMetadata, isSameMetadata } from '@/domain/fields/save-form-fields';
import { findLinks } from '@/domain/links';
import type { ChosenPerson } from '@/domain/people';
import { refuseIfOther, refuseMissing, refuseStale } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import { createCompanyByName } from '@/features/companies/server/company-mutations';
import { setContactTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { dateColumn, dayOfColumn } from '@/lib/dates/dates';
import { Prisma, type Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import type {
	contactChanges,
	contactLeft,
	contactMove,
	contactReference,
	contactReferences,
	contactSnooze,
	newContact,
} from '../schema';

const named = { id: true, name: true, companyId: true } as const;
const leaving = { companyId: true, leftOn: true } as const;

/** Creates a contact of one of the account's companies. The same id a second time changes nothing. */
export async function createContact(
	tx: Tx,
	userId: UserId,
	{ id, tags, points, custom, ...form }: z.output<typeof newContact>,
) {
	const owner = { noun: 'contact', id } as const;
	const own = await formMetadata(tx, userId, { kind: 'contact', custom, style: () => getSettings(userId, tx) });
	const fields = await createNamed(tx, userId, form);
	await findLinks(tx, userId, { companyId: fields.companyId });
	await checkTies(tx, userId, { id, ...fields });
	const { count } = await tx.contact.createMany({
		data: [{ userId, id, ...columnsOf(fields), ...own }],
		skipDuplicates: true,
	});
	const saved = await tx.contact.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
	if (count > 0) {
		await addPoints(tx, userId, owner, points);
		await setContactTags(tx, userId, id, tags);
	} else
		refuseIfOther(
			withDay(saved),
			fields,
			areSamePoints(points, await readPoints(tx, userId, owner)) && isSameMetadata(saved.metadata, own),
		);
	return { id, name: saved.name, companyId: saved.companyId };
}

/** Creates the company and the manager that a contact's form names. Returns the rest of the form. */
async function createNamed<Form extends Omit<Tied, 'id'> & Chosen & { newManager?: string | undefined }>(
	tx: Tx,
	userId: UserId,
	{ newManager, ...form }: Form,
) {
	const fields = await createChosen(tx, userId, form);
	const { companyId, reportsToId } = form;
	await createChosen(tx, userId, { companyId, contactId: reportsToId, newContact: newManager });
	return fields;
}

type Tied = { id: string; companyId: string; introducedById: string | null; reportsToId: string | null };

async function checkTies(tx: Tx, userId: UserId, contact: Tied) {
	await checkReportsTo(tx, userId, contact);
	await checkIntroducer(tx, userId, contact.introducedById, contact.id);
}

/** A saved contact with the day as its form has it. */
const withDay = <Saved extends { leftOn: Date | null }>({ leftOn, ...saved }: Saved) => ({
	...saved,
	leftOn: leftOn && dayOfColumn(leftOn),
});

/** A form's fields as columns. */
function columnsOf<Fields extends { leftOn: string | null }>({ leftOn, ...fields }: Fields) {
	return { ...fields, leftOn: leftOn ? dateColumn(leftOn) : null };
}

type Chosen = {
	companyId?: string | null | undefined;
	newCompany?: string | undefined;
	contactId?: string | null | undefined;
	newContact?: string | undefined;
	people?: ChosenPerson[] | null | undefined;
};

/**
 * Creates the company and the contacts that a form's pickers name if they don't exist yet, in the same change set as the record.
 * Returns the rest of the form. The same ids a second time change nothing.
 */
export async function createChosen<Form extends Chosen>(
	tx: Tx,
	userId: UserId,
	{ newCompany, newContact, ...form }: Form,
): Promise<Omit<Form, 'newCompany' | 'newContact'>> {
	const { companyId, contactId } = form;
	if (newCompany && companyId) await createCompanyByName(tx, userId, { id: companyId, name: newCompany });
	const news = [
		...(newContact && contactId ? [{ id: contactId, name: newContact }] : []),
		...(form.people ?? []).flatMap(({ id, name }) => (name ? [{ id, name }] : [])),
	];
	if (news.length > 0) {
		if (!companyId) return refuseField({ companyId: 'Select the company of the new contact.' });
		await findLinks(tx, userId, { companyId });
		const own = await defaultMetadata(tx, userId, 'contact');
		await tx.contact.createMany({
			data: news.map((each) => ({ userId, companyId, ...each, ...own })),
			skipDuplicates: true,
		});
	}
	return form;
}

/**
 * Saves a contact's form. Refuses where another save came in between. Who moves to another company leaves the past with
 * the one before, as well as that they left it.
 */
export async function updateContact(
	tx: Tx,
	userId: UserId,
	{ id, version, tags, points, custom, ...form }: z.output<typeof contactChanges>,
) {
	const sent = { kind: 'contact', custom, of: { id, version }, style: () => getSettings(userId, tx) } as const;
	const own = await formMetadata(tx, userId, sent);
	const fields = await createNamed(tx, userId, form);
	await findLinks(tx, userId, { companyId: fields.companyId });
	await checkTies(tx, userId, { id, ...fields });
	const present = await tx.contact.findUnique({ where: { userId_id: { userId, id } }, select: leaving });
	const moves = present && present.companyId !== fields.companyId;
	const isAsBefore = present?.leftOn && dayOfColumn(present.leftOn) === fields.leftOn;
	const data = columnsOf({ ...fields, ...(moves && isAsBefore && { leftOn: null, leftTo: null }) });
	const [saved] = await tx.contact.updateManyAndReturn({
		where: { userId, id, version },
		data: { ...data, ...own },
		select: named,
	});
	if (!saved) return refuseStale(tx, userId, 'contact', id);
	await savePoints(tx, userId, { noun: 'contact', id }, points);
	await setContactTags(tx, userId, id, tags);
	return saved;
}

/** Marks a contact as one who has left the company. Refuses where another save came in between. */
export async function markLeft(tx: Tx, userId: UserId, { id, version, leftOn, leftTo }: z.output<typeof contactLeft>) {
	const data = columnsOf({ leftOn, leftTo });
	const [saved] = await tx.contact.updateManyAndReturn({ where: { userId, id, version }, data, select: named });
	return saved ?? refuseStale(tx, userId, 'contact', id);
}

/** Keeps a contact out of Going quiet until a day; returns their name and the day (YYYY-MM-DD). */
export async function snoozeContact(tx: Tx, userId: UserId, { id, until }: z.output<typeof contactSnooze>) {
	const [saved] = await tx.contact.updateManyAndReturn({
		where: { userId, id },
		data: { quietUntil: until && dateColumn(until) },
		select: named,
	});
	return saved ? { ...saved, until } : refuseMissing('contact');
}

/**
 * Moves a contact to the company where they work now, which may be created with it. Their past stays with the former one, as
 * do its deals and who reported to them. Refuses where another save came in between.
 */
export async function moveContact(
	tx: Tx,
	userId: UserId,
	{ id, version, jobTitle, ...form }: z.output<typeof contactMove>,
) {
	const { companyId } = await createChosen(tx, userId, form);
	await findLinks(tx, userId, { companyId });
	const present = await tx.contact.findUnique({ where: { userId_id: { userId, id } }, select: leaving });
	if (present?.companyId === companyId)
		return refuseField({ companyId: 'They left this company. Select the one where they work now.' });
	const data = { companyId, jobTitle, leftOn: null, leftTo: null, reportsToId: null };
	const [saved] = await tx.contact.updateManyAndReturn({ where: { userId, id, version }, data, select: named });
	return saved ?? refuseStale(tx, userId, 'contact', id);
}

/** Deletes a contact. Their activities and deals stay with the company. Returns their name. */
export async function deleteContact(tx: Tx, userId: UserId, { id }: z.output<typeof contactReference>) {
	const { names } = await deleteContacts(tx, userId, { ids: [id] });
	const [name] = names;
	return name === undefined ? refuseMissing('contact') : { name };
}

/** Deletes contacts; returns the names of those that were still there. */
export async function deleteContacts(tx: Tx, userId: UserId, { ids }: z.output<typeof contactReferences>) {
	const deleted = await tx.$queryRaw<{ name: string }[]>`
		DELETE FROM contact WHERE user_id = ${userId}::uuid AND id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})
		RETURNING name`;
	return { names: deleted.map(({ name }) => name) };
}
