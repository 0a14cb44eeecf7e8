import 'server-only';
import type { z } from 'zod';
import { addPoints, areSamePoints, readPoints, savePoints } from '@/domain/contact-points/contact-point-records';
import { checkIntroducer } from '@/domain/contact-ties';
import { defaultMetadata } from '@/domain/fields/default-values';
import { formMetadata, isSameMetadata } from '@/domain/fields/save-form-fields';
import { refuseIfOther, refuseMissing, refuseStale } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import { setCompanyTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import {
	columnsOf,
	type companyChanges,
	type companyReference,
	type companyReferences,
	type newCompany,
} from '../schema';

const named = { id: true, name: true } as const;

/** Creates a company and returns its id and name. The same id a second time changes nothing. */
export async function createCompany(
	tx: Tx,
	userId: UserId,
	{ id, tags, points, custom, ...fields }: z.output<typeof newCompany>,
) {
	const owner = { noun: 'company', id } as const;
	const own = await formMetadata(tx, userId, { kind: 'company', custom, style: () => getSettings(userId, tx) });
	await checkIntroducer(tx, userId, fields.introducedById);
	const { count } = await tx.company.createMany({
		data: [{ userId, id, ...columnsOf(fields), ...own }],
		skipDuplicates: true,
	});
	const saved = await tx.company.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
	if (count > 0) {
		await addPoints(tx, userId, owner, points);
		await setCompanyTags(tx, userId, id, tags);
	} else
		refuseIfOther(
			saved,
			columnsOf(fields),
			areSamePoints(points, await readPoints(tx, userId, owner)) && isSameMetadata(saved.metadata, own),
		);
	return { id, name: saved.name };
}

/** Creates a company by its name and what new ones begin with, with the record that it was named for. The same id a second time changes nothing. */
export async function createCompanyByName(tx: Tx, userId: UserId, { id, name }: { id: string; name: string }) {
	const own = await defaultMetadata(tx, userId, 'company');
	await tx.company.createMany({ data: [{ userId, id, name, ...own }], skipDuplicates: true });
}

/** Saves a company's form and returns its id and name. Refuses where another save came in between. */
export async function updateCompany(
	tx: Tx,
	userId: UserId,
	{ id, version, tags, points, custom, ...fields }: z.output<typeof companyChanges>,
) {
	const form = { kind: 'company', custom, of: { id, version }, style: () => getSettings(userId, tx) } as const;
	const own = await formMetadata(tx, userId, form);
	await checkIntroducer(tx, userId, fields.introducedById);
	const [saved] = await tx.company.updateManyAndReturn({
		where: { userId, id, version },
		data: { ...columnsOf(fields), ...own },
		select: named,
	});
	if (!saved) return refuseStale(tx, userId, 'company', id);
	await savePoints(tx, userId, { noun: 'company', id }, points);
	await setCompanyTags(tx, userId, id, tags);
	return saved;
}

/** Deletes a company with its contacts, deals, activities and follow-ups; returns its name. */
export async function deleteCompany(tx: Tx, userId: UserId, { id }: z.output<typeof companyReference>) {
	const { names } = await deleteCompanies(tx, userId, { ids: [id] });
	const [name] = names;
	return name === undefined ? refuseMissing('company') : { name };
}

/** Deletes companies and everything that belongs to them; returns the names of those that still existed. */
export async function deleteCompanies(tx: Tx, userId: UserId, { ids }: z.output<typeof companyReferences>) {
	const deleted = await tx.$queryRaw<{ name: string }[]>`
		DELETE FROM company WHERE user_id = ${userId}::uuid AND id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})
		RETURNING name`;
	return { names: deleted.map(({ name }) => name) };
}
