import 'server-only';
import type { z } from 'zod';
import { setContactTags } from '@/features/tags/mutations';
import { Prisma, type Tx } from '@/lib/db';
import { findLinks } from '@/lib/links';
import { refuseIfOther, refuseMissing, refuseStale, saveMetadata } from '@/lib/records';
import type { UserId } from '@/lib/session';
import type {
	contactChanges,
	contactMetadata,
	contactReference,
	contactReferences,
	newContact,
	newContactName,
} from './schema';

const named = { id: true, name: true, companyId: true } as const;

/** Creates a contact of one of the account's companies. The same id a second time changes nothing. */
export async function createContact(tx: Tx, userId: UserId, { id, tags, ...fields }: z.output<typeof newContact>) {
	await findLinks(tx, userId, { companyId: fields.companyId });
	const { count } = await tx.contact.createMany({ data: [{ userId, id, ...fields }], skipDuplicates: true });
	const saved = await tx.contact.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
	if (count > 0) await setContactTags(tx, userId, id, tags);
	else refuseIfOther(saved, fields);
	return { id, name: saved.name, companyId: saved.companyId };
}

/** Creates a contact by name and company alone, for a picker. */
export async function createContactByName(tx: Tx, userId: UserId, input: z.output<typeof newContactName>) {
	await findLinks(tx, userId, { companyId: input.companyId });
	await tx.contact.createMany({ data: [{ userId, ...input }], skipDuplicates: true });
	return tx.contact.findUniqueOrThrow({ where: { userId_id: { userId, id: input.id } }, select: named });
}

/**
 * Saves a contact's form. Refuses where another save came in between. Who moves to another company leaves the past with
 * the one before.
 */
export async function updateContact(
	tx: Tx,
	userId: UserId,
	{ id, version, tags, ...data }: z.output<typeof contactChanges>,
) {
	await findLinks(tx, userId, { companyId: data.companyId });
	const [saved] = await tx.contact.updateManyAndReturn({ where: { userId, id, version }, data, select: named });
	if (!saved) return refuseStale(tx, userId, 'contact', id);
	await setContactTags(tx, userId, id, tags);
	return saved;
}

/** Saves a contact's own fields. Refuses where another save came in between. */
export async function editContactMetadata(tx: Tx, userId: UserId, input: z.output<typeof contactMetadata>) {
	return saveMetadata(tx, userId, 'contact', input);
}

/** Deletes a contact; what was said and dealt with them stays with the company. Returns their name. */
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
