import type { PartnerNoun } from '@/domain/named-record';
import 'server-only';
import { isMetadata, type Metadata, metadataLimits } from '@/domain/metadata';
import { refuseMissing } from '@/domain/records';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { maxTextLength } from '@/lib/text/text';

type MergedPair = { keep: string; gone: string };

/** The records that belong to another and move with it, in the order in which their rows are locked. */
const belongings: Record<PartnerNoun, string[]> = {
	company: ['contact', 'deal', 'activity', 'follow_up'],
	contact: ['follow_up'],
};

/** The records in which a contact takes part, by tables that have a row for each. */
const joined = ['deal', 'activity'];

/**
 * Locks two records before a merge, with everything that belongs to the one that is merged away. Refuses if either is gone or
 * has changed since its version. Tags are locked before tagged records, companies before contacts, and all rows before the
 * statistics, which the first change locks. This order rules out deadlocks with other merges, renames and moves.
 */
export async function lockMerged(
	tx: Tx,
	userId: UserId,
	noun: PartnerNoun,
	{ keep, keepVersion, gone, goneVersion }: MergedPair & { keepVersion: number; goneVersion: number },
): Promise<void> {
	const owned = Prisma.sql`user_id = ${userId}::uuid`;
	const isOne = Prisma.sql`IN (${keep}::uuid, ${gone}::uuid)`;
	const column = Prisma.raw(`${noun}_id`);
	await tx.$executeRaw`
		SELECT FROM tag WHERE ${owned} AND id IN (
			SELECT m.tag_id FROM ${Prisma.raw(`${noun}_tag`)} m WHERE m.user_id = ${userId}::uuid AND m.${column} = ${gone}::uuid
		) ORDER BY id FOR KEY SHARE`;
	if (noun === 'contact')
		await tx.$executeRaw`
			SELECT FROM company WHERE ${owned} AND id IN (
				SELECT p.company_id FROM contact p WHERE p.user_id = ${userId}::uuid AND p.id ${isOne}
			) ORDER BY id FOR SHARE`;
	const present = await tx.$queryRaw<{ id: string; name: string; version: number }[]>`
		SELECT id, name, version FROM ${Prisma.raw(noun)} WHERE ${owned} AND id ${isOne} ORDER BY id FOR UPDATE`;
	const kept = present.find(({ id }) => id === keep) ?? refuseMissing(noun);
	const other = present.find(({ id }) => id === gone);
	if (!other)
		throw new Refusal(
			`The other ${noun} is not there any more: it has been merged or deleted already. Nothing was changed now.`,
		);
	const changed = kept.version !== keepVersion ? kept : other.version !== goneVersion ? other : null;
	if (changed)
		throw new Refusal(
			`“${changed.name}” was changed after this page was opened, so nothing was merged. Reload the page to see both as they are now, and choose again.`,
		);
	for (const table of belongings[noun])
		await tx.$executeRaw`
			SELECT FROM ${Prisma.raw(table)} WHERE ${owned} AND ${column} = ${gone}::uuid ORDER BY id FOR NO KEY UPDATE`;
	if (noun === 'contact')
		for (const table of joined)
			await tx.$executeRaw`
				SELECT FROM ${Prisma.raw(table)} WHERE ${owned} AND id IN (
					SELECT t.${Prisma.raw(`${table}_id FROM ${table}_person t`)} WHERE t.user_id = ${userId}::uuid AND t.contact_id = ${gone}::uuid
				) ORDER BY id FOR NO KEY UPDATE`;
}

/** Moves everything that belongs to the merged record to the one that is kept. A contact's activities keep their company. */
export async function moveBelongings(
	tx: Tx,
	userId: UserId,
	noun: PartnerNoun,
	{ keep, gone }: MergedPair,
): Promise<void> {
	const column = Prisma.raw(`${noun}_id`);
	for (const table of belongings[noun])
		await tx.$executeRaw`
			UPDATE ${Prisma.raw(table)} SET ${column} = ${keep}::uuid WHERE user_id = ${userId}::uuid AND ${column} = ${gone}::uuid`;
	if (noun === 'contact') for (const table of joined) await joinInstead(tx, userId, table, { keep, gone });
}

/** Replaces one contact by another among the people of deals or activities, with the role and as the main contact that it was. */
async function joinInstead(tx: Tx, userId: UserId, table: string, { keep, gone }: MergedPair): Promise<void> {
	const people = Prisma.raw(`${table}_person`);
	const record = Prisma.raw(`${table}_id`);
	const isGones = Prisma.sql`t.user_id = ${userId}::uuid AND t.contact_id = ${gone}::uuid`;
	if (table === 'deal')
		await tx.$executeRaw`
			UPDATE deal_person k SET role = t.role FROM deal_person t
			WHERE ${isGones} AND k.user_id = t.user_id AND k.deal_id = t.deal_id AND k.contact_id = ${keep}::uuid
				AND k.role IS NULL AND t.role IS NOT NULL`;
	const role = Prisma.raw(table === 'deal' ? ', role' : '');
	await tx.$executeRaw`
		INSERT INTO ${people} (user_id, ${record}, contact_id ${role})
		SELECT t.user_id, t.${record}, ${keep}::uuid ${role} FROM ${people} t WHERE ${isGones} ON CONFLICT DO NOTHING`;
	await tx.$executeRaw`
		UPDATE ${Prisma.raw(table)} r SET contact_id = ${keep}::uuid FROM ${people} t
		WHERE ${isGones} AND r.user_id = t.user_id AND r.id = t.${record} AND r.contact_id = ${gone}::uuid`;
	await tx.$executeRaw`DELETE FROM ${people} t WHERE ${isGones}`;
}

type MergedValues = { notes: string | null; metadata: unknown };
type MergeChoices = { notes: 'kept' | 'gone' | 'both'; metadata: string[] };

/** The combined notes and custom fields of two records. Refuses if together they exceed what a form can save. */
export function mergeTexts(kept: MergedValues, gone: MergedValues, { notes, metadata }: MergeChoices) {
	const joined = { kept: [kept.notes], gone: [gone.notes], both: [kept.notes, gone.notes] }[notes]
		.filter((text) => text !== null)
		.join('\n\n');
	if (joined.length > maxTextLength)
		throw new Refusal(
			`Joined, the notes would have ${joined.length.toLocaleString('en')} characters, and ${maxTextLength.toLocaleString('en')} is the most. Choose one of them, or shorten one first.`,
		);
	return { notes: joined || null, metadata: mergeMetadataOf(kept.metadata, gone.metadata, metadata) };
}

function mergeMetadataOf(keptOne: unknown, goneOne: unknown, taken: string[]): Metadata {
	const [kept, gone] = [keptOne, goneOne].map((own) => Object.entries(isMetadata(own) ? own : {}));
	const fromGone = gone?.filter(([key]) => taken.includes(key)) ?? [];
	const all = Object.fromEntries([...(gone ?? []), ...(kept ?? []), ...fromGone]);
	const added = Object.keys(all).length > (kept?.length ?? 0);
	const { entries, bytes } = metadataLimits;
	if (added && (Object.keys(all).length > entries || Buffer.byteLength(JSON.stringify(all)) > bytes))
		throw new Refusal(
			`Together the two have more in “More fields” than one record can hold (${entries} fields), so nothing was merged. Remove some of them first.`,
		);
	return all;
}
