import 'server-only';
import type { z } from 'zod';
import { readPoints, savePoints } from '@/domain/contact-points/contact-point-records';
import { fieldsToWrite } from '@/domain/field-definitions';
import { mergedMetadata } from '@/domain/merge/merge-fields';
import { mergedPoints } from '@/domain/merge/merge-points';
import { lockMerged, mergedNotes, moveBelongings, noteMerge } from '@/domain/merge/merge-records';
import { getSettings } from '@/features/account/server/account-queries';
import { copyCompanyTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { countryOf } from '@/lib/text/phone-readings';
import { type companyMerge, mergedCompanyFields } from '../schema';

/**
 * Makes two companies one: the one that stays takes the chosen values and everything that belonged to the other, which is
 * deleted. Returns the id and name of the one and the former name of the other.
 */
export async function mergeCompanies(tx: Tx, userId: UserId, input: z.output<typeof companyMerge>) {
	const fields = await fieldsToWrite(tx, userId);
	await lockMerged(tx, userId, 'company', input);
	const find = async (id: string) => ({
		...(await tx.company.findUniqueOrThrow({ where: { userId_id: { userId, id } } })),
		points: await readPoints(tx, userId, { noun: 'company', id }),
	});
	const kept = await find(input.keep);
	const gone = await find(input.gone);
	const settings = await getSettings(userId, tx);
	const { mains, points } = mergedPoints(
		{ kept, gone },
		{ link: input.website, email: input.email, phone: input.phone },
		countryOf(settings.locale),
	);
	const { link: website, email, phone } = mains;
	const reached = {
		...{ website: website?.value ?? null, websiteLabel: website?.label ?? null },
		...{ email: email?.value ?? null, emailLabel: email?.label ?? null },
		...{ phone: phone?.value ?? null, phoneLabel: phone?.label ?? null },
	};
	const taken = mergedCompanyFields
		.filter((field) => input[field] === 'gone')
		.map((field) => (field === 'introducedBy' ? 'introducedById' : field))
		.map((column) => [column, gone[column]]);
	const pinned = { pinnedNoteId: kept.pinnedNoteId ?? gone.pinnedNoteId };
	// named first, so that what moves there copies the right name
	const { id, name } = await tx.company.update({
		where: { userId_id: { userId, id: kept.id } },
		data: {
			...Object.fromEntries(taken),
			...reached,
			notes: mergedNotes(kept, gone, input.notes),
			metadata: mergedMetadata(fields, 'company', { keep: kept, gone }, input.metadata),
			...pinned,
		},
	});
	await savePoints(tx, userId, { noun: 'company', id }, points);
	await moveBelongings(tx, userId, 'company', input);
	await noteMerge(tx, userId, 'company', input);
	await copyCompanyTags(tx, userId, { from: gone.id, into: id });
	await tx.company.delete({ where: { userId_id: { userId, id: gone.id } } });
	return { id, name, gone: gone.name };
}
