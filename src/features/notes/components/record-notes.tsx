import { FormattedText } from '@/components/text/formatted-text';
import type { NoteDraft, NotedNoun } from '@/domain/note-draft';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, formatDay, formatTime } from '@/lib/dates/dates';
import { richText } from '@/lib/text/markdown';
import { NotesField } from '../editor/notes-field';

type RecordNotesProps = { noun: NotedNoun; record: { id: string; notes: string | null; draft: NoteDraft | null } };

/** The notes of a company, a contact or a deal, with what was typed into them and not saved. */
export async function RecordNotes({ noun, record: { id, notes, draft } }: RecordNotesProps) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	return (
		<NotesField
			key={id}
			noun={noun}
			id={id}
			owner={userId}
			notes={notes ?? ''}
			draft={
				draft && {
					start: {
						text: draft.text,
						was: draft.was,
						draft: { id: draft.id, editor: draft.editor, seq: draft.seq },
					},
					when: whenOf(draft.savedAt, settings),
				}
			}
		>
			{notes && <FormattedText blocks={richText(notes, settings.locale)} of={{ text: `${noun}.notes`, id }} />}
		</NotesField>
	);
}

/** The time, and the day where that is not today. */
function whenOf(at: Date, settings: Settings): string {
	const time = formatTime(at, settings);
	const isToday = dayIn(at, settings.timeZone) === dayIn(new Date(), settings.timeZone);
	return isToday ? time : `${formatDay(at, settings)}, ${time}`;
}
