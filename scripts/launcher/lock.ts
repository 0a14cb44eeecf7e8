import { DatabaseSync } from 'node:sqlite';
import { giveToFolderOwner } from './private-file.ts';

export interface Lock {
	release(): void;
}

const BUSY = 5;

/** Keeps the garbage collector from closing a lock that the program no longer looks at. */
const held = new Set<DatabaseSync>();

/**
 * Takes the lock kept on a file, creating the file where it is missing; undefined while another process has it.
 * SQLite's exclusive transaction is the one lock in Node that the kernel itself releases however the process dies.
 */
export function tryLock(file: string): Lock | undefined {
	const database = new DatabaseSync(file);
	try {
		database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
	} catch (error) {
		database.close();
		if ((error as { errcode?: number }).errcode === BUSY) return undefined;
		throw error;
	}
	giveToFolderOwner(file);
	held.add(database);
	return {
		release: () => {
			if (held.delete(database)) database.close();
		},
	};
}

/** Waits for the lock on a file, however long another process keeps it. */
export async function waitForLock(file: string, options: { onWait: () => void; signal?: AbortSignal }): Promise<Lock> {
	for (let attempt = 0; ; attempt++) {
		options.signal?.throwIfAborted();
		const lock = tryLock(file);
		if (lock) return lock;
		if (attempt === 0) options.onWait();
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}
