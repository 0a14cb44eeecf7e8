import fs from 'node:fs';
import path from 'node:path';
import type { Stopping } from './stopping.ts';
import { withClient } from './with-client.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Where the app keeps the body of an upload until all of it has come. */
export const uploadsFolder = (dataFolder: string) => path.join(dataFolder, 'tmp');

/** Deletes what uploads left behind, now and each night. */
export async function removeOldUploads(dataFolder: string, databaseUrl: string, stopping: Stopping): Promise<void> {
	fs.mkdirSync(uploadsFolder(dataFolder), { recursive: true, mode: 0o700 });
	// their senders were cut off when the server stopped
	removeHalfFiles(dataFolder, 0);
	await removeForgottenFiles(databaseUrl);
	const timer = setInterval(() => {
		removeHalfFiles(dataFolder, HOUR);
		removeForgottenFiles(databaseUrl).catch((error: unknown) => {
			console.error('Old uploads could not be deleted; this is tried again tomorrow.', error);
		});
	}, DAY);
	stopping.defer(() => clearInterval(timer));
}

/** Deletes files that are only partly there and have not grown for so long, in milliseconds. */
export function removeHalfFiles(dataFolder: string, age: number): void {
	const folder = uploadsFolder(dataFolder);
	for (const name of fs.readdirSync(folder)) {
		const file = path.join(folder, name);
		const found = fs.statSync(file, { throwIfNoEntry: false });
		if (name.endsWith('.upload') && found && Date.now() - found.mtimeMs >= age) fs.rmSync(file, { force: true });
	}
}

/** Deletes files that were uploaded a week ago and never imported. */
export async function removeForgottenFiles(databaseUrl: string): Promise<void> {
	await withClient(databaseUrl, (client) =>
		client.query(
			`DELETE FROM data_import WHERE status IN ('uploaded', 'checked') AND created_at < now() - interval '7 days'`,
		),
	);
}
