import 'server-only';
import type { z } from 'zod';
import type { Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { refuseIfOther, refuseMissing, refuseUnsaved } from '@/lib/records';
import type { UserId } from '@/lib/session';
import type { contactChanges, contactReference, newContact } from './schema';

const named = { id: true, name: true, companyId: true } as const;

/** Creates a contact of one of the account's companies. The same id a second time changes nothing. */
export async function createContact(tx: Tx, userId: UserId, { id, ...fields }: z.output<typeof newContact>) {
	await assertCompany(tx, userId, fields.companyId);
	const { count } = await tx.contact.createMany({ data: [{ userId, id, ...fields }], skipDuplicates: true });
	const saved = await tx.contact.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
	if (count === 0) refuseIfOther(saved, fields);
	return { id, name: saved.name, companyId: saved.companyId };
}

/** Saves a contact's form. Refuses where another save came in between. */
export async function updateContact(tx: Tx, userId: UserId, { id, version, ...data }: z.output<typeof contactChanges>) {
	await assertCompany(tx, userId, data.companyId);
	const [saved] = await tx.contact.updateManyAndReturn({ where: { userId, id, version }, data, select: named });
	return (
		saved ??
		refuseUnsaved('contact', await tx.contact.findUnique({ where: { userId_id: { userId, id } }, select: named }))
	);
}

/** Deletes a contact; what was said and dealt with them stays with the company. Returns their name and company. */
export async function deleteContact(tx: Tx, userId: UserId, { id }: z.output<typeof contactReference>) {
	const [deleted] = await tx.$queryRaw<{ name: string; companyId: string }[]>`
		DELETE FROM contact WHERE user_id = ${userId}::uuid AND id = ${id}::uuid
		RETURNING name, company_id AS "companyId"`;
	return deleted ?? refuseMissing('contact');
}

/** Refuses a company that is not there; locks it against being deleted before the transaction ends. */
async function assertCompany(tx: Tx, userId: UserId, id: string) {
	const found = await tx.$queryRaw<unknown[]>`
		SELECT 1 FROM company WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR KEY SHARE`;
	if (found.length > 0) return;
	throw new Refusal('Please correct the marked field.', {
		companyId: 'This company does not exist any more. Choose another.',
	});
}
