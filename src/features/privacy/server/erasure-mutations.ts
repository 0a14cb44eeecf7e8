import 'server-only';
import type { z } from 'zod';
import type { PartnerNoun } from '@/domain/named-record';
import { refuseMissing } from '@/domain/records';
import { confirmPassword } from '@/lib/auth/own-password';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import type { erasure } from '../schema';
import { eraseFromImports, refuseRunningImport } from './erase-from-imports';
import { addDeleted, type ErasedFrom, eraseFromLog, findLatestLines, findLines, openErasure } from './erase-from-log';
import { blankDrafts, blankTexts } from './erase-texts';
import { readKnownAs, readPatterns } from './known-as';
import { readNamedViews } from './named-views';

type Erasure = z.output<typeof erasure>;

/** Erases a contact for good, with what history, imports, saved views and drafts hold of them; returns how many texts were blanked. */
export function eraseContact(tx: Tx, userId: UserId, form: Erasure) {
	return erase(tx, userId, 'contact', form);
}

/** The same for a company with its contacts, deals, activities and follow-ups. */
export function eraseCompany(tx: Tx, userId: UserId, form: Erasure) {
	return erase(tx, userId, 'company', form);
}

/** The history is looked through before anything is locked, as that takes the longest. */
async function erase(tx: Tx, userId: UserId, noun: PartnerNoun, { id, currentPassword, texts }: Erasure) {
	await confirmPassword(userId, currentPassword);
	const row = Prisma.raw(noun);
	const present = () => Prisma.sql`SELECT id FROM ${row} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
	const [there] = await tx.$queryRaw<unknown[]>(present());
	if (!there) refuseMissing(noun);
	await refuseRunningImport(tx, userId);
	await openErasure(tx);
	const before = await readKnownAs(tx, userId, noun, id);
	await findLines(tx, userId, { noun, ids: before.ids, own: (await readPatterns(tx, before)).own });

	const [locked] = await tx.$queryRaw<unknown[]>(Prisma.sql`${present()} FOR UPDATE`);
	if (!locked) refuseMissing(noun);
	const known = await readKnownAs(tx, userId, noun, id);
	const { all, own } = await readPatterns(tx, known);
	const erased: ErasedFrom = { noun, ids: known.ids, own };
	// somebody may have changed them meanwhile
	if (JSON.stringify(known) !== JSON.stringify(before)) await findLines(tx, userId, erased);
	await noteRecords(tx, userId, erased);
	const blanked = await blankTexts(tx, userId, { patterns: all, noun, ids: known.ids }, texts ?? []);
	await blankDrafts(tx, userId, own);
	await removeViews(tx, userId, await readNamedViews(tx, userId, own, known.ids));
	for (const table of ['note_draft', 'recently_opened'])
		await tx.$executeRaw`
			DELETE FROM ${Prisma.raw(table)} WHERE user_id = ${userId}::uuid AND record_id IN (SELECT id FROM pg_temp.erased_record)`;
	await tx.$executeRaw`DELETE FROM ${row} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
	await findLatestLines(tx, userId, erased);
	await addDeleted(tx, userId, erased);
	await eraseFromImports(tx, userId, own);
	await eraseFromLog(tx, userId, { ...erased, all });
	return { blanked };
}

/** Notes the records that go, and of a company all that belongs to it. */
async function noteRecords(tx: Tx, userId: UserId, { noun, ids }: ErasedFrom): Promise<void> {
	await tx.$executeRaw`INSERT INTO pg_temp.erased_record SELECT * FROM unnest(${ids}::uuid[]) ON CONFLICT DO NOTHING`;
	if (noun === 'contact') return;
	for (const table of ['contact', 'deal', 'activity', 'follow_up'])
		await tx.$executeRaw`
			INSERT INTO pg_temp.erased_record
			SELECT id FROM ${Prisma.raw(table)} WHERE user_id = ${userId}::uuid AND company_id = ANY (${ids}::uuid[]) ON CONFLICT DO NOTHING`;
}

async function removeViews(tx: Tx, userId: UserId, views: { id: string }[]): Promise<void> {
	const ids = views.map(({ id }) => id);
	await tx.$executeRaw`INSERT INTO pg_temp.erased_record SELECT * FROM unnest(${ids}::uuid[]) ON CONFLICT DO NOTHING`;
	await tx.savedView.deleteMany({ where: { userId, id: { in: ids } } });
}
