import 'server-only';
import type { z } from 'zod';
import { readPoints, savePoints } from '@/domain/contact-points/contact-point-records';
import { mergedPoints } from '@/domain/merge/merge-points';
import { lockMerged, mergeTexts, moveBelongings } from '@/domain/merge/merge-records';
import { getSettings } from '@/features/account/server/account-queries';
import { copyContactTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { countryOf } from '@/lib/text/phone-readings';
import { type contactMerge, mergedContactFields } from '../schema';

/** The columns behind each field of the merge. */
const columns = {
	name: ['name'],
	company: ['companyId'],
	jobTitle: ['jobTitle'],
	// with their labels, by mergedPoints()
	email: [],
	phone: [],
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
	const find = async (id: string) => ({
		...(await tx.contact.findUniqueOrThrow({ where: { userId_id: { userId, id } } })),
		points: await readPoints(tx, userId, { noun: 'contact', id }),
	});
	const kept = await find(input.keep);
	const gone = await find(input.gone);
	const { mains, points } = mergedPoints(
		{ kept, gone },
		{ email: input.email, phone: input.phone },
		countryOf((await getSettings(userId, tx)).locale),
	);
	const { email, phone } = mains;
	const reached = {
		...{ email: email?.value ?? null, emailLabel: email?.label ?? null },
		...{ phone: phone?.value ?? null, phoneLabel: phone?.label ?? null },
	};
	const taken = mergedContactFields
		.filter((field) => input[field] === 'gone')
		.flatMap((field) => columns[field].map((column) => [column, gone[column]]));
	// named first, so that what moves there copies the right name
	const { id, name } = await tx.contact.update({
		where: { userId_id: { userId, id: kept.id } },
		data: { ...Object.fromEntries(taken), ...reached, ...mergeTexts(kept, gone, input) },
	});
	await savePoints(tx, userId, { noun: 'contact', id }, points);
	await moveBelongings(tx, userId, 'contact', input);
	await copyContactTags(tx, userId, { from: gone.id, into: id });
	await tx.contact.delete({ where: { userId_id: { userId, id: gone.id } } });
	return { id, name, gone: gone.name };
}
