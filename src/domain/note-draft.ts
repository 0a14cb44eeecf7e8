/** The records that have notes. */
export const notedNouns = ['company', 'contact', 'deal'] as const;

export type NotedNoun = (typeof notedNouns)[number];

/** What was typed into notes and not saved: which editor sent it last, and what the notes were when it was begun. */
export type NoteDraft = { id: string; editor: string; seq: number; text: string; was: string; savedAt: Date };
