import 'server-only';
import type { z } from 'zod';
import type { Tx } from '@/lib/db';
import { refuseMissing, refuseUnsaved } from '@/lib/records';
import type { UserId } from '@/lib/session';
import type { companyChanges, companyReference, newCompany } from './schema';

const named = { id: true, name: true } as const;

/** Creates a company and returns its id and name. The same id a second time changes nothing. */
export async function createCompany(tx: Tx, userId: UserId, { id, ...fields }: z.output<typeof newCompany>) {
	await tx.company.createMany({ data: [{ userId, id, ...fields }], skipDuplicates: true });
	return tx.company.findUniqueOrThrow({ where: { userId_id: { userId, id } }, select: named });
}

/** Saves a company's form and returns its id and name. Refuses where another save came in between. */
export async function updateCompany(tx: Tx, userId: UserId, { id, version, ...data }: z.output<typeof companyChanges>) {
	const [saved] = await tx.company.updateManyAndReturn({ where: { userId, id, version }, data, select: named });
	return (
		saved ??
		refuseUnsaved('company', await tx.company.findUnique({ where: { userId_id: { userId, id } }, select: named }))
	);
}

/** Deletes a company with its contacts, deals, activities and follow-ups; returns its name. */
export async function deleteCompany(tx: Tx, userId: UserId, { id }: z.output<typeof companyReference>) {
	const [deleted] = await tx.$queryRaw<{ name: string }[]>`
		DELETE FROM company WHERE user_id = ${userId}::uuid AND id = ${id}::uuid RETURNING name`;
	return deleted ?? refuseMissing('company');
}
