import { v7 as uuidv7 } from 'uuid';
import * as companies from '@/features/companies/server/company-mutations';
import * as contacts from '@/features/contacts/server/contact-mutations';
import * as deals from '@/features/deals/server/deal-mutations';
import type { HistoryEntry, Names, RecordKind } from '@/features/history/history-entry';
import { recordLines, summaryOf, titleOf } from '@/features/history/history-words';
import { listChanges, listRecordHistory } from '@/features/history/server/history-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from './accounts';
import { recorded } from './act';
import { plainDeal } from './deals';
import { plainCompany, plainContact } from './plain-records';

// What the tests of the history do, and how they read it. Each step returns its change set.

export const company = (id: string, name: string, more: Partial<ReturnType<typeof plainCompany>> = {}) => ({
	...plainCompany(id, name),
	...more,
});

/** An account with one company, made by its form. */
export async function makeBinhMinh(): Promise<{ lan: UserId; binhMinh: string }> {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const binhMinh = uuidv7();
	await recorded(
		(tx) => companies.createCompany(tx, lan, plainCompany(binhMinh, 'Thủy sản Bình Minh')),
		'Create company',
	);
	return { lan, binhMinh };
}

export async function edit(userId: UserId, id: string, name: string, more: Parameters<typeof company>[2] = {}) {
	const { version } = await db.company.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
	const form = { ...company(id, name, more), version };
	return recorded((tx) => companies.updateCompany(tx, userId, form), 'Edit company');
}

export async function addContact(userId: UserId, companyId: string, name: string) {
	const id = uuidv7();
	const form = plainContact(id, companyId, name);
	const set = await recorded((tx) => contacts.createContact(tx, userId, form), 'Create contact');
	return { id, set };
}

export async function addDeal(
	userId: UserId,
	companyId: string,
	name = 'Kho lạnh',
	stage: 'prospecting' | 'proposal' = 'prospecting',
) {
	const id = uuidv7();
	const form = { ...plainDeal, id, companyId, name, stage };
	const set = await recorded((tx) => deals.createDeal(tx, userId, form), 'Create deal');
	return { id, set };
}

const settings = { locale: 'en-GB', timeZone: 'Asia/Ho_Chi_Minh' };

/** Entries as they read: title, what happened, what else, and whether they were undone. */
export function read({ entries, names }: { entries: HistoryEntry[]; names: Names }, named = false) {
	return entries.map((entry) => {
		const records = recordLines(entry.rows, { names, settings, undos: entry.undos });
		const lines = records.flatMap(({ name, exists, lines }) =>
			lines.map(({ label, values }) => {
				const line = values.length > 0 ? `${label}: ${values.join(' → ')}` : label;
				return named ? `${name}${exists ? '' : ' (gone)'}: ${line}` : line;
			}),
		);
		const summary = entry.isLarge ? '' : summaryOf(entry.counts, entry.undos);
		const state = entry.undoneAt ? ['(undone)'] : [];
		return [titleOf(entry), ...lines, ...(summary ? [`+ ${summary}`] : []), ...state];
	});
}

/** The history of a record, as it reads. */
export const historyOf = async (userId: UserId, kind: RecordKind, id: string) =>
	read(await listRecordHistory(userId, { kind, id }));

/** The last changes of the account, as they read. */
export const changes = async (userId: UserId, most = 200) => read(await listChanges(userId, most), true);
