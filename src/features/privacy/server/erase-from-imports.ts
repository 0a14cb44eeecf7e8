import 'server-only';
import { readRows } from '@/features/import/server/edited-rows-queries';
import { getImport } from '@/features/import/server/import-queries';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { instead } from '../mention';
import type { Patterns } from '../term-patterns';

/** So many characters of a file are looked through at once. */
const charactersAtOnce = 200_000;

/** Refuses while an import runs, which writes what it has read before. */
export async function refuseRunningImport(tx: Tx, userId: UserId): Promise<void> {
	const running = await tx.dataImport.count({ where: { userId, status: { in: ['checking', 'running'] } } });
	if (running > 0)
		throw new Refusal('An import is running. Wait until it has finished, then erase again. Nothing was changed.');
}

/** Takes the records that go, and whatever names nobody but them, out of imports; removes files that hold it, which nothing was imported from. */
export async function eraseFromImports(tx: Tx, userId: UserId, own: Patterns): Promise<void> {
	const { exact, loose } = own;
	const waiting = await tx.dataImport.findMany({
		where: { userId, status: { in: ['uploaded', 'checked'] } },
		select: { id: true },
	});
	for (const { id } of waiting)
		if (await holds(tx, own, readFileTexts(userId, id)))
			await tx.dataImport.delete({ where: { userId_id: { userId, id } } });
	await tx.$executeRaw`
		DELETE FROM data_import_row r WHERE r.user_id = ${userId}::uuid AND (
			r.record_id IN (SELECT id FROM pg_temp.erased_record) OR r.name ~ ANY (${exact}::text[])
			OR r.shown::text ~ ANY (${loose}::text[]) AND erased_value(r.shown, ${exact}::text[], '') <> r.shown)`;
	await tx.$executeRaw`
		DELETE FROM data_import_refusal r WHERE r.user_id = ${userId}::uuid AND (
			r.reason ~ ANY (${exact}::text[])
			OR r.cells::text ~ ANY (${loose}::text[]) AND erased_value(r.cells, ${exact}::text[], '') <> r.cells)`;
	await tx.$executeRaw`
		DELETE FROM data_import_edit r WHERE r.user_id = ${userId}::uuid
			AND r.cells::text ~ ANY (${loose}::text[]) AND erased_value(r.cells, ${exact}::text[], '') <> r.cells`;
	await tx.$executeRaw`
		UPDATE data_import i SET file_name = erased_text(i.file_name, ${exact}::text[], ${instead}),
			report = erased_value(i.report, ${exact}::text[], ${instead}), settings = erased_value(i.settings, ${exact}::text[], ${instead})
		WHERE i.user_id = ${userId}::uuid AND (i.file_name ~ ANY (${exact}::text[]) OR i.report::text ~ ANY (${loose}::text[])
			OR i.settings::text ~ ANY (${loose}::text[]))`;
}

/** The texts of a file's rows, some thousand at once. */
async function* readFileTexts(userId: UserId, id: string): AsyncGenerator<string> {
	const file = await getImport(userId, id);
	if (!file) return;
	let texts = '';
	for await (const { cells } of readRows(userId, id, file.settings)) {
		texts += `${cells.join('\n')}\n`;
		if (texts.length < charactersAtOnce) continue;
		yield texts;
		texts = '';
	}
	yield texts;
}

async function holds(tx: Tx, { exact }: Patterns, texts: AsyncIterable<string>): Promise<boolean> {
	try {
		for await (const text of texts) {
			const [{ held }] = await tx.$queryRaw<[{ held: boolean }]>`
				SELECT ${text.replaceAll('\0', ' ').toWellFormed()} ~ ANY (${exact}::text[]) AS held`;
			if (held) return true;
		}
		return false;
	} catch {
		// what can't be read as a table can't be shown not to hold them
		return true;
	}
}
