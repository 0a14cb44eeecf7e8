import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import type { ImportSettings } from '@/features/import/import-settings';
import { beginCheck, beginRun, changeImport, takeFile } from '@/features/import/server/import-mutations';
import { getImport } from '@/features/import/server/import-queries';
import { workOff } from '@/features/import/server/job-mutations';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';

async function* once(content: string | Uint8Array) {
	yield typeof content === 'string' ? Buffer.from(content) : content;
}

/** Runs an action’s work as the app does. */
export const inSet = <Data>(run: Parameters<typeof inChangeSet<Data>>[1]) =>
	inChangeSet({ id: uuidv7(), label: 'Test' }, run);

/** Uploads a file; returns its import with the settings that were guessed, and those changed. */
export async function upload(userId: UserId, content: string | Uint8Array, change: Partial<ImportSettings> = {}) {
	const { id } = await takeFile(userId, { name: 'file.csv', chunks: once(content) });
	const guessed = await settingsOf(userId, id);
	// as on the page: the file is read again first, and what is chosen then stays
	const { kind = guessed.kind, encoding = guessed.encoding } = change;
	const { separator = guessed.separator, headerLine = guessed.headerLine } = change;
	const reread = { ...guessed, kind, encoding, separator, headerLine };
	if (JSON.stringify(reread) === JSON.stringify(guessed)) return { id, settings: { ...guessed, ...change } };
	await inSet((tx) => changeImport(tx, userId, { id, settings: reread }));
	return { id, settings: { ...(await settingsOf(userId, id)), ...change } };
}

async function settingsOf(userId: UserId, id: string) {
	const found = await getImport(userId, id);
	if (!found) throw new Error('The import is not there.');
	return found.settings;
}

/** Uploads and checks a file. */
export async function check(userId: UserId, content: string | Uint8Array, change: Partial<ImportSettings> = {}) {
	const { id, settings } = await upload(userId, content, change);
	await inSet((tx) => beginCheck(tx, userId, { id, settings }));
	await workOff(userId, id);
	const found = await getImport(userId, id);
	if (!found) throw new Error('The import is gone.');
	return found;
}

/** Uploads, checks and imports a file. */
export async function run(userId: UserId, content: string | Uint8Array, change: Partial<ImportSettings> = {}) {
	return runChecked(userId, await check(userId, content, change));
}

/** Imports a file that was checked. */
export async function runChecked(userId: UserId, checked: Awaited<ReturnType<typeof check>>) {
	expect(checked.report?.problem).toBeUndefined();
	await inSet((tx) => beginRun(tx, userId, checked));
	await workOff(userId, checked.id);
	const done = await getImport(userId, checked.id);
	expect(done).toMatchObject({ status: 'done' });
	if (!done) throw new Error('The import is gone.');
	return { ...done, checked: checked.report };
}
