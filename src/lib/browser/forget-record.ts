/** Forgets whatever this browser keeps under a record's id, such as what was typed about it and not sent. */
export function forgetRecord(id: string): void {
	try {
		for (const storage of [localStorage, sessionStorage])
			for (const key of Object.keys(storage)) if (key.includes(id)) storage.removeItem(key);
	} catch {
		// a browser that keeps nothing has nothing to forget
	}
}
