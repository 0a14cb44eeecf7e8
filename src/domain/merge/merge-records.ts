import type { PartnerNoun, RecordNoun } from '@/domain/named-record';
import 'server-only';
import { refuseMissing } from '@/domain/records';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { maxTextLength } from '@/lib/text/text';
import { moveReferences, referringTo } from './merge-fields';

type MergedPair = { keep: string; gone: string };

/** The records that belong to another and move with it, in the order in which their rows are locked. */
const belongings: Record<PartnerNoun, ('contact' | 'deal' | 'activity' | 'follow_up')[]> = {
	company: ['contact', 'deal', 'activity', 'follow_up'],
	contact: ['follow_up'],
};

/** The records in which a contact takes part, by tables that have a row for each. */
const joined = ['deal', 'activity'] as const;

/**
 * Locks two records before a merge, with everything that belongs to the one that is merged away or
 * refers to it. Refuses if either is gone or
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
	const referring = (kind: RecordNoun) => Prisma.sql`id IN (${referringTo(userId, noun, gone, kind)})`;
	if (noun === 'contact')
		await tx.$executeRaw`
			SELECT FROM company WHERE ${owned} AND (id IN (
				SELECT p.company_id FROM contact p WHERE p.user_id = ${userId}::uuid AND p.id ${isOne}
			) OR ${referring('company')}) ORDER BY id ${await companyLock(tx, referring('company'), userId)}`;
	const present = await tx.$queryRaw<{ id: string; name: string; version: number }[]>`
		SELECT id, name, version FROM ${Prisma.raw(noun)} WHERE ${owned} AND (id ${isOne} OR ${referring(noun)}) ORDER BY id FOR UPDATE`;
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
			SELECT FROM ${Prisma.raw(table)} WHERE ${owned} AND (
				${column} = ${gone}::uuid ${table === 'follow_up' ? Prisma.empty : Prisma.sql`OR ${referring(table)}`}
			) ORDER BY id FOR NO KEY UPDATE`;
	if (noun === 'contact')
		for (const table of joined)
			await tx.$executeRaw`
				SELECT FROM ${Prisma.raw(table)} WHERE ${owned} AND (id IN (
					SELECT t.${Prisma.raw(`${table}_id FROM ${table}_person t`)} WHERE t.user_id = ${userId}::uuid AND t.contact_id = ${gone}::uuid
				) OR ${referring(table)}) ORDER BY id FOR NO KEY UPDATE`;
}

/** How the companies of a merged contact are locked: to be read, or written to where some refer to the contact. */
async function companyLock(tx: Tx, isReferring: Prisma.Sql, userId: UserId): Promise<Prisma.Sql> {
	const found = await tx.$queryRaw<unknown[]>`
		SELECT FROM company WHERE user_id = ${userId}::uuid AND ${isReferring} LIMIT 1`;
	return found.length > 0 ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.sql`FOR SHARE`;
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
	await moveReferences(tx, userId, noun, { keep, gone });
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

/** The notes of two records: those of one of them, or both. Refuses what together exceeds what a form can save. */
export function mergedNotes(
	kept: { notes: string | null },
	gone: { notes: string | null },
	notes: 'kept' | 'gone' | 'both',
): string | null {
	const joined = { kept: [kept.notes], gone: [gone.notes], both: [kept.notes, gone.notes] }[notes]
		.filter((text) => text !== null)
		.join('\n\n');
	if (joined.length > maxTextLength)
		throw new Refusal(
			`Joined, the notes would have ${joined.length.toLocaleString('en')} characters, and ${maxTextLength.toLocaleString('en')} is the most. Choose one of them, or shorten one first.`,
		);
	return joined || null;
}

/** Gives the one that stays a new version, so that its history has every merge, also one that changes nothing of it. */
export async function noteMerge(
	tx: Tx,
	userId: UserId,
	noun: PartnerNoun,
	{ keep }: Pick<MergedPair, 'keep'>,
): Promise<void> {
	await tx.$executeRaw`
		UPDATE ${Prisma.raw(noun)} SET version = nextval(${`public.${noun}_version_seq`}) WHERE user_id = ${userId}::uuid AND id = ${keep}::uuid`;
}
