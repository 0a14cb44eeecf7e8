import 'server-only';
import type { z } from 'zod';
import { lockMerged, mergeTexts, moveBelongings } from '@/domain/merge/merge-records';
import { copyContactTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { type contactMerge, mergedContactFields } from '../schema';

/** The columns behind each field of the merge. */
const columns = {
	name: ['name'],
	company: ['companyId'],
	jobTitle: ['jobTitle'],
	email: ['email'],
	phone: ['phone'],
	decides: ['isDecisionMaker', 'authorityLevel'],
	rhythm: ['rhythm'],
} as const satisfies Record<(typeof mergedContactFields)[number], string[]>;

/**
 * Makes two contacts one: the one that stays takes the chosen values and the other's deals, activities, follow-ups and tags;
 * the other is deleted. What was said and sold stays with its company. Returns the id and name of the one and the former
 * name of the other.
 */
export async function mergeContacts(tx: Tx, userId: UserId, input: z.output<typeof contactMerge>) {
	await lockMerged(tx, userId, 'contact', input);
	const find = (id: string) => tx.contact.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
	const kept = await find(input.keep);
	const gone = await find(input.gone);
	const taken = mergedContactFields
		.filter((field) => input[field] === 'gone')
		.flatMap((field) => columns[field].map((column) => [column, gone[column]]));
	// named first, so that what moves there copies the right name
	const { id, name } = await tx.contact.update({
		where: { userId_id: { userId, id: kept.id } },
		data: { ...Object.fromEntries(taken), ...mergeTexts(kept, gone, input) },
	});
	await moveBelongings(tx, userId, 'contact', input);
	await copyContactTags(tx, userId, { from: gone.id, into: id });
	await tx.contact.delete({ where: { userId_id: { userId, id: gone.id } } });
	return { id, name, gone: gone.name };
}
