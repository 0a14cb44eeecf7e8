import 'server-only';
import type { z } from 'zod';
import { readPoints, savePoints } from '@/domain/contact-points/contact-point-records';
import { findAbove, lockReports } from '@/domain/contact-ties';
import { fieldsToWrite } from '@/domain/field-definitions';
import { mergedMetadata } from '@/domain/merge/merge-fields';
import { mergedPoints } from '@/domain/merge/merge-points';
import { lockMerged, mergedNotes, moveBelongings, noteMerge } from '@/domain/merge/merge-records';
import { getSettings } from '@/features/account/server/account-queries';
import { copyContactTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
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
	left: ['leftOn', 'leftTo'],
	introducedBy: ['introducedById'],
	reportsTo: ['reportsToId'],
} as const satisfies Record<(typeof mergedContactFields)[number], string[]>;

/**
 * Makes two contacts one: the one that stays takes the chosen values and the other's deals, activities, follow-ups, tags, and
 * whom they introduced or who reports to them; the other is deleted. What was said and sold stays with its company. Returns the id and name of the one and the former
 * name of the other.
 */
export async function mergeContacts(tx: Tx, userId: UserId, input: z.output<typeof contactMerge>) {
	const fields = await fieldsToWrite(tx, userId);
	await lockMerged(tx, userId, 'contact', input);
	const find = async (id: string) => ({
		...(await tx.contact.findUniqueOrThrow({ where: { userId_id: { userId, id } } })),
		points: await readPoints(tx, userId, { noun: 'contact', id }),
	});
	const kept = await find(input.keep);
	const gone = await find(input.gone);
	const settings = await getSettings(userId, tx);
	const { mains, points } = mergedPoints(
		{ kept, gone },
		{ email: input.email, phone: input.phone },
		countryOf(settings.locale),
	);
	const { email, phone } = mains;
	const reached = {
		...{ email: email?.value ?? null, emailLabel: email?.label ?? null },
		...{ phone: phone?.value ?? null, phoneLabel: phone?.label ?? null },
	};
	const taken = mergedContactFields
		.filter((field) => input[field] === 'gone')
		.flatMap((field) => columns[field].map((column) => [column, gone[column]]));
	const ties = await mergeTies(tx, userId, input, { kept, gone });
	const pinned = { pinnedNoteId: kept.pinnedNoteId ?? gone.pinnedNoteId };
	// named first, so that what moves there copies the right name
	const { id, name } = await tx.contact.update({
		where: { userId_id: { userId, id: kept.id } },
		data: {
			...Object.fromEntries(taken),
			...reached,
			...ties,
			notes: mergedNotes(kept, gone, input.notes),
			metadata: mergedMetadata(fields, 'contact', { keep: kept, gone }, input.metadata),
			...pinned,
		},
	});
	await savePoints(tx, userId, { noun: 'contact', id }, points);
	await moveBelongings(tx, userId, 'contact', input);
	await noteMerge(tx, userId, 'contact', input);
	await moveTies(tx, userId, input);
	await copyContactTags(tx, userId, { from: gone.id, into: id });
	await tx.contact.delete({ where: { userId_id: { userId, id: gone.id } } });
	return { id, name, gone: gone.name };
}

type MergedPair = Pick<z.output<typeof contactMerge>, 'keep' | 'gone' | 'introducedBy' | 'reportsTo'>;
type Tied = { introducedById: string | null; reportsToId: string | null };

/** Who introduced the one that stays and to whom they report: nobody where that is one of the two. Refuses a cycle. */
async function mergeTies(
	tx: Tx,
	userId: UserId,
	input: MergedPair,
	contacts: { kept: Tied; gone: Tied },
): Promise<Tied> {
	const isOne = (id: string | null) => id === input.keep || id === input.gone;
	const sideOf = (field: 'introducedBy' | 'reportsTo') => contacts[input[field] === 'gone' ? 'gone' : 'kept'];
	const { introducedById } = sideOf('introducedBy');
	const { reportsToId } = sideOf('reportsTo');
	await lockReports(tx, userId);
	if (reportsToId && !isOne(reportsToId) && (await findAbove(tx, userId, reportsToId)).some(isOne)) {
		const manager = await tx.contact.findUniqueOrThrow({ where: { userId_id: { userId, id: reportsToId } } });
		throw new Refusal(
			`Can’t merge these contacts because “${manager.name}” would report to them and they to “${manager.name}”. Change “Reports to” first. Nothing was changed.`,
		);
	}
	return {
		introducedById: isOne(introducedById) ? null : introducedById,
		reportsToId: isOne(reportsToId) ? null : reportsToId,
	};
}

/** Gives the one that stays whom the other introduced, and who reported to the other. Rows are locked in the order of their ids. */
async function moveTies(tx: Tx, userId: UserId, { keep, gone }: MergedPair): Promise<void> {
	for (const [table, column] of [
		['company', 'introduced_by_id'],
		['contact', 'introduced_by_id'],
		['contact', 'reports_to_id'],
	] as const) {
		const [rows, link] = [Prisma.raw(table), Prisma.raw(column)];
		await tx.$executeRaw`
			UPDATE ${rows} t SET ${link} = ${keep}::uuid FROM (
				SELECT id FROM ${rows} WHERE user_id = ${userId}::uuid AND ${link} = ${gone}::uuid AND id <> ${keep}::uuid
				ORDER BY id FOR NO KEY UPDATE
			) moved WHERE t.user_id = ${userId}::uuid AND t.id = moved.id`;
	}
}
