import { v7 as uuidv7 } from 'uuid';
import { erasure } from '@/features/privacy/schema';
import { eraseCompany, eraseContact } from '@/features/privacy/server/erasure-mutations';
import { hashPassword } from '@/lib/auth/password';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db } from '@/lib/db/db';
import { makeAccount } from './accounts';
import { password } from './password';

/** An account with a password, which an erasure asks for. */
export async function makeAccountWithPassword(name: string): Promise<UserId> {
	const userId = await makeAccount(name);
	const hash = await hashPassword(password);
	await db.account.create({ data: { userId, accountId: userId, providerId: 'credential', password: hash } });
	return userId;
}

type Form = { texts?: string; currentPassword?: string };

/** Erases by what the page's form sends, as long as it may take; returns the change set. */
export async function eraseNow(
	userId: UserId,
	noun: 'contact' | 'company',
	id: string,
	form: Form = {},
): Promise<string> {
	const set = { id: uuidv7(), label: `Erase ${noun} for good` };
	const erase = noun === 'contact' ? eraseContact : eraseCompany;
	const sent = erasure.parse({ id, currentPassword: password, ...form });
	await inChangeSet(set, (tx) => erase(tx, userId, sent), { isLong: true });
	return set.id;
}
