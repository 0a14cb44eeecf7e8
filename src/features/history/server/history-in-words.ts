import 'server-only';
import type { UserId } from '@/lib/auth/session';
import type { DateSettings } from '@/lib/dates/dates';
import type { RecordKind } from '../history-entry';
import { recordLines, titleOf } from '../history-words';
import { listRecordHistory } from './history-queries';

/** A change of a record in words: when, what was done, and what it changed, a line each. */
export type HistoryInWords = { at: Date; title: string; lines: string[] };

/** The whole history of a record in words, the newest change first, read page by page. */
export async function* readHistoryInWords(
	userId: UserId,
	of: { kind: RecordKind; id: string },
	settings: DateSettings,
): AsyncGenerator<HistoryInWords> {
	for (let before: string | undefined; ; ) {
		const { entries, names, older } = await listRecordHistory(userId, of, { before });
		for (const entry of entries) {
			const lines = recordLines(entry.rows, { names, settings, undos: entry.undos }).flatMap((record) => record.lines);
			yield {
				at: entry.at,
				title: titleOf(entry),
				lines: lines.map(({ label, values }) => (values.length > 0 ? `${label}: ${values.join(' → ')}` : label)),
			};
		}
		if (older === null) return;
		before = older;
	}
}
