import { companyMerge } from '@/features/companies/schema';
import { mergeCompanies } from '@/features/companies/server/company-merge-mutations';
import { contactMerge } from '@/features/contacts/schema';
import { mergeContacts } from '@/features/contacts/server/contact-merge-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from './accounts';
import { recorded } from './act';
import { makeCompanyWithEverything } from './sample-account';

type Choices = Record<string, string>;
/** The id of the record that is kept, and of the one that is gone then. */
type Pair = readonly [keep: string, gone: string];

/** An account with two companies that are the same one, each with all that a company can have. */
export async function makeAlikes() {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const one = await makeCompanyWithEverything(lan, 'Công ty TNHH Thủy sản Bình Minh');
	const other = await makeCompanyWithEverything(lan, 'CTCP Thủy sản Bình Minh'.normalize('NFD'));
	return { lan, one, other };
}

export const company = (userId: UserId, id: string) =>
	db.company.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
export const contact = (userId: UserId, id: string) =>
	db.contact.findUniqueOrThrow({ where: { userId_id: { userId, id } } });

/** What the form of a merge sends, opened now. */
export async function companyInput(userId: UserId, [keep, gone]: Pair, choices: Choices = {}) {
	const [{ version: keepVersion }, { version: goneVersion }] = [
		await company(userId, keep),
		await company(userId, gone),
	];
	return companyMerge.parse({ keep, gone, keepVersion, goneVersion, ...choices });
}
export async function contactInput(userId: UserId, [keep, gone]: Pair, choices: Choices = {}) {
	const [{ version: keepVersion }, { version: goneVersion }] = [
		await contact(userId, keep),
		await contact(userId, gone),
	];
	return contactMerge.parse({ keep, gone, keepVersion, goneVersion, ...choices });
}

/** Merges by that form; returns the change set. */
export async function joinCompanies(userId: UserId, pair: Pair, choices: Choices = {}) {
	const input = await companyInput(userId, pair, choices);
	return recorded((tx) => mergeCompanies(tx, userId, input), 'Merge companies');
}
export async function joinContacts(userId: UserId, pair: Pair, choices: Choices = {}) {
	const input = await contactInput(userId, pair, choices);
	return recorded((tx) => mergeContacts(tx, userId, input), 'Merge contacts');
}
