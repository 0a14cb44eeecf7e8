import { beforeEach, describe, expect, test } from 'vitest';
import { mergeCompanies } from '@/features/companies/server/company-merge-mutations';
import { deleteCompany } from '@/features/companies/server/company-mutations';
import { mergeContacts } from '@/features/contacts/server/contact-merge-mutations';
import { mergeTags, tagCompanies } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { recorded, undo as undoOf } from '../support/act';
import {
	company,
	companyInput,
	contact,
	contactInput,
	joinCompanies,
	joinContacts,
	makeAlikes,
} from '../support/merging';
import { makeCompanyWithEverything } from '../support/sample-account';
import { snapshot } from '../support/snapshot';

type Ids = Awaited<ReturnType<typeof makeCompanyWithEverything>>;

let lan: UserId;
let one: Ids;
let other: Ids;

beforeEach(async () => {
	({ lan, one, other } = await makeAlikes());
});

const act = (label: string, work: (tx: Tx) => Promise<unknown>) => recorded(work, label);
const undo = (id: string) => undoOf(lan, id);

/** The counts of a company or contact as a full count has them. */
async function counted(kind: 'company' | 'contact', id: string) {
	const where = kind === 'company' ? { userId: lan, companyId: id } : { userId: lan, contactId: id };
	return {
		deals: await db.deal.count({ where }),
		openDeals: await db.deal.count({ where: { ...where, closedAt: null } }),
		activities: await db.activity.count({ where }),
	};
}

describe('companies', () => {
	test('become one: contacts, deals, activities, follow-ups and tags come along, and the other is gone', async () => {
		await joinCompanies(lan, [one.company, other.company]);
		const rest = { where: { userId: lan } };
		expect(await db.company.findMany(rest)).toMatchObject([
			{ id: one.company, name: 'Công ty TNHH Thủy sản Bình Minh' },
		]);
		for (const rows of await Promise.all([
			db.contact.findMany(rest),
			db.deal.findMany(rest),
			db.activity.findMany(rest),
			db.followUp.findMany(rest),
		])) {
			expect(rows).toHaveLength(2);
			expect(rows.map(({ companyId }) => companyId)).toEqual([one.company, one.company]);
		}
		const marks = await db.companyTag.findMany(rest);
		expect(marks.map(({ tagId }) => tagId).sort()).toEqual([one.tag, other.tag].sort());
		// whom a deal is with stays
		expect(await db.deal.findFirst({ where: { id: other.deal } })).toMatchObject({ contactId: other.contact });
	});

	test('the values are those that were chosen', async () => {
		await db.company.update({
			where: { userId_id: { userId: lan, id: one.company } },
			data: {
				phone: '028 111',
				industry: 'Thủy sản',
				notes: 'Một',
				metadata: { zalo: '1', fax: null, 'Mã số thuế': 7 },
			},
		});
		await db.company.update({
			where: { userId_id: { userId: lan, id: other.company } },
			data: {
				...{ phone: '028 222', size: 'over_500', address: '2 Lê Lợi', notes: 'Hai' },
				metadata: { zalo: '2', 'Mã số thuế': 8, 'Người giới thiệu': 'Chị Hoa' },
			},
		});
		await joinCompanies(lan, [one.company, other.company], {
			...{ name: 'gone', phone: 'gone', size: 'gone', notes: 'both' },
			metadata: JSON.stringify(['Mã số thuế', 'không có', '__proto__']),
		});
		expect(await company(lan, one.company)).toMatchObject({
			...{ name: 'CTCP Thủy sản Bình Minh'.normalize('NFD'), phone: '028 222', size: 'over_500' },
			...{ industry: 'Thủy sản', address: null, notes: 'Một\n\nHai' },
			metadata: { zalo: '1', fax: null, 'Mã số thuế': 8, 'Người giới thiệu': 'Chị Hoa' },
		});
		// what is searched and sorted by carries the new name
		const keys = await db.$queryRaw<{ key: string }[]>`
			SELECT company_key AS key FROM contact WHERE user_id = ${lan}::uuid
			UNION ALL SELECT company_key FROM deal WHERE user_id = ${lan}::uuid`;
		expect(keys.map(({ key }) => key)).toEqual(Array(4).fill('ctcp thuy san binh minh'));
	});

	test('the statistics are right at once and after the undo, which brings back every row', async () => {
		const before = await snapshot(lan);
		const set = await joinCompanies(lan, [one.company, other.company], { name: 'gone', notes: 'both' });
		const stats = await db.companyStats.findMany({ where: { userId: lan } });
		expect(stats).toMatchObject([{ companyId: one.company, contacts: 2, ...(await counted('company', one.company)) }]);
		expect(stats[0]?.lastContactAt).toEqual(new Date('2026-11-02T03:00:00Z'));
		await undo(set);
		expect(await snapshot(lan)).toEqual(before);
		const [log] = await db.changeSet.findMany({ where: { userId: lan, id: set } });
		expect(log?.label).toBe('Merge companies');
	});
});

describe('contacts', () => {
	test('of two companies become one; what was said and sold stays with its company', async () => {
		const before = await snapshot(lan);
		const set = await joinContacts(lan, [one.contact, other.contact]);
		expect(await db.contact.findMany({ where: { userId: lan } })).toMatchObject([
			{ id: one.contact, companyId: one.company, isDecisionMaker: true, authorityLevel: 'primary' },
		]);
		for (const rows of [
			await db.deal.findMany({ where: { userId: lan }, orderBy: { createdAt: 'asc' } }),
			await db.activity.findMany({ where: { userId: lan }, orderBy: { createdAt: 'asc' } }),
			await db.followUp.findMany({ where: { userId: lan }, orderBy: { createdAt: 'asc' } }),
		]) {
			expect(rows.map(({ contactId }) => contactId)).toEqual([one.contact, one.contact]);
			expect(rows.map(({ companyId }) => companyId)).toEqual([one.company, other.company]);
		}
		const stats = await db.contactStats.findMany({ where: { userId: lan } });
		expect(stats).toMatchObject([{ contactId: one.contact, ...(await counted('contact', one.contact)) }]);
		expect((await db.contactTag.findMany({ where: { userId: lan } })).map(({ contactId }) => contactId)).toEqual([
			one.contact,
			one.contact,
		]);
		await undo(set);
		expect(await snapshot(lan)).toEqual(before);
	});

	test('company, decision and rhythm are taken where they were chosen', async () => {
		await db.contact.update({
			where: { userId_id: { userId: lan, id: one.contact } },
			data: { isDecisionMaker: false, authorityLevel: null, rhythm: null, name: 'Đặng Ánh' },
		});
		await joinContacts(lan, [one.contact, other.contact], { company: 'gone', decides: 'gone', rhythm: 'gone' });
		expect(await contact(lan, one.contact)).toMatchObject({
			...{ name: 'Đặng Ánh', companyId: other.company, rhythm: 'weekly' },
			...{ isDecisionMaker: true, authorityLevel: 'primary' },
		});
		const stats = await db.companyStats.findMany({ where: { userId: lan }, orderBy: { companyId: 'asc' } });
		expect(stats.map(({ companyId, contacts }) => [companyId, contacts])).toEqual([
			[one.company, 0],
			[other.company, 1],
		]);
		const keys = await db.$queryRaw<
			{ key: string }[]
		>`SELECT contact_key AS key FROM deal WHERE user_id = ${lan}::uuid`;
		expect(keys.map(({ key }) => key)).toEqual(['dang anh', 'dang anh']);
	});
});

test('merging, deleting, tagging and editing at the same time end in order, without a deadlock', async () => {
	const thrown: string[] = [];
	for (let round = 0; round < 6; round++) {
		lan = await makeAccount('Nguyễn Thị Lan');
		const [a, b, c] = [
			await makeCompanyWithEverything(lan, 'Một'),
			await makeCompanyWithEverything(lan, 'Hai'),
			await makeCompanyWithEverything(lan, 'Ba'),
		];
		const [people, firms, back] = [
			await contactInput(lan, [a.contact, b.contact], { company: 'gone' }),
			await companyInput(lan, [b.company, c.company], { name: 'gone' }),
			await companyInput(lan, [c.company, b.company]),
		];
		const works: ((tx: Tx) => Promise<unknown>)[] = [
			(tx) => mergeContacts(tx, lan, people),
			(tx) => mergeCompanies(tx, lan, firms),
			(tx) => mergeCompanies(tx, lan, back),
			(tx) => mergeTags(tx, lan, { from: b.tag, into: a.tag }),
			(tx) => tagCompanies(tx, lan, { ids: [a.company, b.company, c.company], add: ['Chung'], remove: [] }),
			// one at a time, as everything in the app edits deals
			(tx) => tx.deal.updateMany({ where: { userId: lan, id: b.deal }, data: { notes: `Lần ${round}` } }),
			...(round % 2 ? [(tx: Tx) => deleteCompany(tx, lan, { id: b.company })] : []),
		];
		await Promise.all(
			works.map((work) =>
				act('At once', work).catch((error: Error) => error.name === 'Refusal' || thrown.push(error.message)),
			),
		);
		for (const { companyId, contacts } of await db.companyStats.findMany({ where: { userId: lan } }))
			expect(contacts).toBe(await db.contact.count({ where: { userId: lan, companyId } }));
	}
	expect(thrown).toEqual([]);
}, 60_000);
