import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { errorCode } from './refusal.ts';

/** Writes a file of mode 0600 unless it exists; of two writers at once the first wins. A kill leaves no half-written file. */
export function writeOnce(file: string, content: string): void {
	const temporary = writeTemporary(file, content);
	try {
		fs.linkSync(temporary, file);
	} catch (error) {
		if (errorCode(error) !== 'EEXIST') throw error;
	} finally {
		fs.unlinkSync(temporary);
	}
	syncFolder(path.dirname(file));
}

/** Writes a file of mode 0600 in place of an earlier one, whole or not at all. */
export function replaceFile(file: string, content: string): void {
	fs.renameSync(writeTemporary(file, content), file);
	syncFolder(path.dirname(file));
}

/** Gives a file that root made to the owner of its folder, who must be able to go on without root. */
export function giveToFolderOwner(file: string): void {
	if (process.getuid?.() !== 0) return;
	const owner = fs.statSync(path.dirname(file));
	fs.chownSync(file, owner.uid, owner.gid);
}

/** Makes renames and new names in a folder survive a power cut. */
export function syncFolder(folder: string): void {
	const handle = fs.openSync(folder, 'r');
	fs.fsyncSync(handle);
	fs.closeSync(handle);
}

function writeTemporary(file: string, content: string): string {
	const temporary = `${file}.${randomUUID()}`;
	fs.writeFileSync(temporary, content, { mode: 0o600, flag: 'wx', flush: true });
	giveToFolderOwner(temporary);
	return temporary;
}
