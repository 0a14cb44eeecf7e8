import fs from 'node:fs';
import path from 'node:path';

/** A disk, given by a folder on it, and the bytes that can still be written there. */
export type FreeSpace = { folder: string; free: number };

/** A disk with fewer free bytes than this is almost full. */
export const lowDiskBytes = 1_000_000_000;

/** The space that this user can still write to in a folder, which may not exist yet. */
export function freeSpace(folder: string): FreeSpace {
	let at = path.resolve(folder);
	while (!fs.existsSync(at) && path.dirname(at) !== at) at = path.dirname(at);
	const { bavail, bsize } = fs.statfsSync(at);
	return { folder, free: bavail * bsize };
}

/** The folders whose disks are almost full, one for each disk. */
export function lowDisks(folders: string[]): FreeSpace[] {
	const disks = new Map<number, FreeSpace>();
	for (const folder of folders.filter((each) => fs.existsSync(each))) {
		const space = freeSpace(folder);
		if (space.free < lowDiskBytes) disks.set(fs.statSync(folder).dev, space);
	}
	return [...disks.values()];
}

/** Bytes as a person reads them, such as "1.2 GB" or "640 MB". */
export function readableSize(bytes: number): string {
	if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
	return `${Math.floor(bytes / 1e6)} MB`;
}

/** Whether a write failed because a disk or quota is full, on this machine or at the database. */
export function isDiskFull(error: unknown): boolean {
	const { code, cause, message } = (error ?? {}) as { code?: unknown; cause?: unknown; message?: unknown };
	if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return true;
	if (typeof message === 'string' && /ENOSPC|No space left on device/.test(message)) return true;
	return cause !== undefined && isDiskFull(cause);
}
