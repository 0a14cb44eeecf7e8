/** The keys of a sequence that has begun, and when the last of them was pressed; in milliseconds. */
export type BegunSequence = { keys: string; at: number } | null;

/** Between two keys of a sequence lies at most so much time. */
export const sequenceMilliseconds = 1000;

/**
 * Reads one more key. `done` is the sequence that it completes; `taken` says that the key belongs to a sequence, even to
 * one that does not exist: what else it would do is not meant then.
 */
export function readKey(
	begun: BegunSequence,
	key: string,
	at: number,
	known: readonly string[],
): { begun: BegunSequence; done: string | null; taken: boolean } {
	const before = begun && at - begun.at <= sequenceMilliseconds ? begun.keys : null;
	const keys = before === null ? key : `${before} ${key}`;
	if (known.includes(keys)) return { begun: null, done: keys, taken: true };
	if (known.some((each) => each.startsWith(`${keys} `))) return { begun: { keys, at }, done: null, taken: true };
	// the first key once more begins a new sequence
	if (before === key) return { begun: { keys: key, at }, done: null, taken: true };
	return { begun: null, done: null, taken: before !== null };
}
