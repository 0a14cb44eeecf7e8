import 'server-only';
import { type FreeSpace, freeSpace, lowDisks } from '@/lib/operations/disk-space';

/** The disks of this installation that are nearly full, as far as they are this machine's. */
export function lowDisksHere(): FreeSpace[] {
	const { DISK_FOLDERS } = process.env;
	return DISK_FOLDERS ? lowDisks(JSON.parse(DISK_FOLDERS)) : [];
}

/** What is free for the database; null where it is somebody else's, whose disk nobody here can see. */
export function databaseSpace(): FreeSpace | null {
	const { DATABASE_FOLDER } = process.env;
	return DATABASE_FOLDER ? freeSpace(DATABASE_FOLDER) : null;
}
