import 'server-only';
import type { z } from 'zod';
import { addPoints, areSamePoints, readPoints, savePoints } from '@/domain/contact-points/contact-point-records';
import { findLinks } from '@/domain/links';
import type { ChosenPerson } from '@/domain/people';
import { refuseIfOther, refuseMissing, refuseStale, saveMetadata } from '@/domain/records';
import { createCompanyByName } from '@/features/companies/server/company-mutations';
import { setContactTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import type { contactChanges, contactMetadata, contactReference, contactReferences, newContact } from '../schema';

const named = { id: true, name: true, companyId: true } as const;

/** Creates a contact of one of the account's companies. The same id a second time changes nothing. */
export async function createContact(
	tx: Tx,
	userId: UserId,
	{ id, tags, points, ...form }: z.output<typeof newContact>,
) {
	const owner = { noun: 'contact', id } as const;
	const fields = await createChosen(tx, userId, form);
	await findLinks(tx, userId, { companyId: fields.companyId });
	const { count } = await tx.contact.createMany({ data: [{ userId, id, ...fields }], skipDuplicates: true });
	const saved = await tx.contact.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
	if (count > 0) {
		await addPoints(tx, userId, owner, points);
		await setContactTags(tx, userId, id, tags);
	} else refuseIfOther(saved, fields, areSamePoints(points, await readPoints(tx, userId, owner)));
	return { id, name: saved.name, companyId: saved.companyId };
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
		await tx.contact.createMany({ data: news.map((each) => ({ userId, companyId, ...each })), skipDuplicates: true });
	}
	return form;
}

/**
 * Saves a contact's form. Refuses where another save came in between. Who moves to another company leaves the past with
 * the one before.
 */
export async function updateContact(
	tx: Tx,
	userId: UserId,
	{ id, version, tags, points, ...form }: z.output<typeof contactChanges>,
) {
	const data = await createChosen(tx, userId, form);
	await findLinks(tx, userId, { companyId: data.companyId });
	const [saved] = await tx.contact.updateManyAndReturn({ where: { userId, id, version }, data, select: named });
	if (!saved) return refuseStale(tx, userId, 'contact', id);
	await savePoints(tx, userId, { noun: 'contact', id }, points);
	await setContactTags(tx, userId, id, tags);
	return saved;
}

/** Saves a contact's own fields. Refuses where another save came in between. */
export async function editContactMetadata(tx: Tx, userId: UserId, input: z.output<typeof contactMetadata>) {
	return saveMetadata(tx, userId, 'contact', input);
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
