import 'server-only';
import { Prisma } from '@/lib/db/db';
import type { NoteDraft } from './note-draft';

/**
 * The last draft of a record's notes as JSON, for `readNoteDraft`; null without one that says something else than the notes, and
 * than those from which it began.
 */
export function noteDraftColumn(alias: string): Prisma.Sql {
	const record = Prisma.raw(alias);
	return Prisma.sql`(
		SELECT json_build_object('id', n.id, 'editor', n.editor, 'seq', n.seq, 'text', n.text, 'was', n.was, 'savedAt', n.saved_at)
		FROM note_draft n
		WHERE n.user_id = ${record}.user_id AND n.record_id = ${record}.id
			AND n.text <> n.was AND btrim(n.text, E' \\n\\r\\t') <> coalesce(${record}.notes, '')
		ORDER BY n.saved_at DESC LIMIT 1
	)`;
}

/** As JSON has it. */
export type NoteDraftColumn = (Omit<NoteDraft, 'savedAt'> & { savedAt: string }) | null;

export function readNoteDraft(column: NoteDraftColumn): NoteDraft | null {
	return column && { ...column, savedAt: new Date(column.savedAt) };
}
