import 'server-only';
import type { z } from 'zod';
import { lockMerged, mergeTexts, moveBelongings } from '@/domain/merge/merge-records';
import { copyCompanyTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { type companyMerge, mergedCompanyFields } from '../schema';

/**
 * Makes two companies one: the one that stays takes the chosen values and everything that belonged to the other, which is
 * deleted. Returns the id and name of the one and the former name of the other.
 */
export async function mergeCompanies(tx: Tx, userId: UserId, input: z.output<typeof companyMerge>) {
	await lockMerged(tx, userId, 'company', input);
	const find = (id: string) => tx.company.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
	const kept = await find(input.keep);
	const gone = await find(input.gone);
	const taken = mergedCompanyFields.filter((field) => input[field] === 'gone').map((field) => [field, gone[field]]);
	// named first, so that what moves there copies the right name
	const { id, name } = await tx.company.update({
		where: { userId_id: { userId, id: kept.id } },
		data: { ...Object.fromEntries(taken), ...mergeTexts(kept, gone, input) },
	});
	await moveBelongings(tx, userId, 'company', input);
	await copyCompanyTags(tx, userId, { from: gone.id, into: id });
	await tx.company.delete({ where: { userId_id: { userId, id: gone.id } } });
	return { id, name, gone: gone.name };
}
