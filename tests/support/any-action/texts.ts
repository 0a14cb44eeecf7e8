import { keepNoteDraft } from '@/features/notes/server/note-draft-mutations';
import { saveNotes } from '@/features/notes/server/note-mutations';
import { changeBox } from '@/features/notes/server/text-box-mutations';
import { withBox } from '@/lib/text/rich-text';
import { type Action, type Drawn, some } from './drawn';

/** What is done to notes: one of the account's companies or contacts, and its notes as they are. */
async function notedOf({ tx, userId, n, one, rows }: Drawn) {
	const noun = n % 2 ? 'company' : 'contact';
	const row = one(noun === 'company' ? rows.companies : rows.contacts);
	if (!row) return;
	const where = { userId, id: row.id };
	const found = noun === 'company' ? tx.company.findFirst({ where }) : tx.contact.findFirst({ where });
	return { noun, id: row.id, notes: (await found)?.notes ?? '' } as const;
}

export const textActions = {
	saveNotes: async (drawn) => {
		const noted = await notedOf(drawn);
		if (!noted) return;
		const { tx, userId, n } = drawn;
		// leaves no trace that an undo would have to know
		const typed = { draft: noted.id, editor: noted.id, seq: 1 + n, text: some(n), was: noted.notes };
		await keepNoteDraft(tx, userId, { noun: noted.noun, record: noted.id, ...typed });
		const notes = n % 4 ? `- [ ] ${some(n % 3)}\n- [x] ${some(n % 5)}` : null;
		await saveNotes(tx, userId, { noun: noted.noun, id: noted.id, notes, was: noted.notes, drafts: [] });
	},
	changeBox: async (drawn) => {
		const noted = await notedOf(drawn);
		const { tx, userId, n } = drawn;
		const box = n % 2;
		const line = noted?.notes.split('\n')[box] ?? '';
		const checked = line.startsWith('- [ ]');
		if (!noted || withBox(line, checked) === null) return;
		await changeBox(tx, userId, { text: `${noted.noun}.notes`, id: noted.id, box, line, checked });
	},
} satisfies Record<string, Action>;
