// What was typed and has not reached the server is kept in this browser: by its account, so that no other one is shown it.

/** What an editor sends; see `noteDraft` of the schema. */
export type SentNote = {
	noun: string;
	record: string;
	draft: string;
	editor: string;
	seq: number;
	after?: { editor: string; seq: number };
	text: string;
	was: string;
};

const prefix = 'unsent-notes ';
const keysOf = (owner: string, record: string) => `${prefix}${owner} ${record} `;

/** Keeps what is on its way to the server. */
export function holdUnsent(owner: string, note: SentNote): void {
	quietly(() => localStorage.setItem(keysOf(owner, note.record) + note.editor, JSON.stringify(note)));
}

/** Forgets what has arrived, or was thrown away. */
export function forgetUnsent(owner: string, record: string, editor: string): void {
	quietly(() => localStorage.removeItem(keysOf(owner, record) + editor));
}

/** What was typed about a record and did not arrive, by editor. */
export function readUnsent(owner: string, record: string): SentNote[] {
	const read = () =>
		Object.entries(localStorage).flatMap(([key, kept]) =>
			key.startsWith(keysOf(owner, record)) ? [JSON.parse(String(kept)) as SentNote] : [],
		);
	return quietly(read) ?? [];
}

/** Forgets what other accounts have typed in this browser. */
export function forgetOthers(owner: string): void {
	forgetUnsentNotes((key) => !key.startsWith(`${prefix}${owner} `));
}

/** Forgets everything, for whoever has signed out. */
export function forgetUnsentNotes(isMeant = (_key: string) => true): void {
	quietly(() => {
		for (const key of Object.keys(localStorage))
			if (key.startsWith(prefix) && isMeant(key)) localStorage.removeItem(key);
	});
}

/** A browser may keep nothing, or no more. */
function quietly<Result>(run: () => Result): Result | undefined {
	try {
		return run();
	} catch {
		return undefined;
	}
}
