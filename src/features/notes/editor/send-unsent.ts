import { forgetUnsent, readUnsent, type SentNote } from '@/lib/browser/unsent-notes';
import type { NoteStart } from './keep-typed';

/** Sends what an editor of this browser could not send any more, and returns the last of it; null where nothing is left. */
export async function sendUnsent(owner: string, record: string, notes: string): Promise<NoteStart | null> {
	let last: NoteStart | null = null;
	for (const note of readUnsent(owner, record)) {
		// it had arrived after all, and was saved since
		const isSaved = notes.includes(note.text);
		const hasArrived = isSaved ? null : await post(note);
		if (isSaved || hasArrived) forgetUnsent(owner, record, note.editor);
		if (isSaved) continue;
		const { text, was, draft: id, editor, seq } = note;
		last = { text, was, draft: hasArrived ? { ...hasArrived, editor, seq } : { id, editor, seq } };
	}
	return last;
}

async function post(note: SentNote): Promise<{ id: string } | null> {
	const headers = { 'Content-Type': 'application/json' };
	const response = await fetch('/api/drafts', { method: 'POST', headers, body: JSON.stringify(note) }).catch(
		() => null,
	);
	if (!response?.ok) return null;
	const answer: unknown = await response.json().catch(() => null);
	return answer && typeof answer === 'object' && 'draft' in answer ? { id: String(answer.draft) } : null;
}
