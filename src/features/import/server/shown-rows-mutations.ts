import 'server-only';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import type { ShownRow } from '../import-shown';

/** Keeps the rows that a check shows in place of those of an earlier one. */
export async function keepRows(tx: Tx, userId: UserId, importId: string, rows: ShownRow[]): Promise<void> {
	await tx.dataImportRow.deleteMany({ where: { userId, importId } });
	if (rows.length === 0) return;
	await tx.dataImportRow.createMany({
		data: rows.map(({ line, state, name, values, lines, recordId, maybe }) => ({
			...{ userId, importId, line, state, name, recordId },
			shown: { values, lines },
			...(maybe && { maybe }),
		})),
	});
}
