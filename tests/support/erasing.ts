import { v7 as uuidv7 } from 'uuid';
import { createCompany } from '@/features/companies/server/company-mutations';
import { erasure } from '@/features/privacy/schema';
import { eraseCompany, eraseContact } from '@/features/privacy/server/erasure-mutations';
import { hashPassword } from '@/lib/auth/password';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db } from '@/lib/db/db';
import { makeAccount } from './accounts';
import { recorded } from './act';
import { password } from './password';
import { plainCompany } from './plain-records';

/** An account with a password, which an erasure asks for. */
export async function makeAccountWithPassword(name: string): Promise<UserId> {
	const userId = await makeAccount(name);
	const hash = await hashPassword(password);
	await db.account.create({ data: { userId, accountId: userId, providerId: 'credential', password: hash } });
	return userId;
}

/** The only account there is, whose password nobody has tried yet, with a company. */
export async function openBinhMinh(): Promise<{ lan: UserId; binhMinh: string }> {
	await db.user.deleteMany({});
	await db.rateLimit.deleteMany({});
	const lan = await makeAccountWithPassword('Nguyễn Thị Lan');
	const binhMinh = uuidv7();
	await recorded((tx) => createCompany(tx, lan, plainCompany(binhMinh, 'Thủy sản Bình Minh')), 'Create company');
	return { lan, binhMinh };
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
