import { beforeEach, describe, expect, test } from 'vitest';
import { mergeCompanies } from '@/features/companies/merge-mutations';
import { deleteCompany } from '@/features/companies/mutations';
import { companyMerge } from '@/features/companies/schema';
import { mergeContacts } from '@/features/contacts/merge-mutations';
import { deleteContact } from '@/features/contacts/mutations';
import { contactMerge } from '@/features/contacts/schema';
import { mergeTags, setContactTags, tagCompanies } from '@/features/tags/mutations';
import { db, type Tx } from '@/lib/db';
import type { UserId } from '@/lib/session';
import { parseInput } from '@/lib/validation';
import { makeAccount } from '../support/accounts';
import { recorded, undo as undoOf } from '../support/act';
import { makeCompanyWithEverything } from '../support/sample-account';
import { snapshot } from '../support/snapshot';

type Ids = Awaited<ReturnType<typeof makeCompanyWithEverything>>;
type Choices = Record<string, string>;

let lan: UserId;
let one: Ids;
let other: Ids;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	one = await makeCompanyWithEverything(lan, 'Công ty TNHH Thủy sản Bình Minh');
	other = await makeCompanyWithEverything(lan, 'CTCP Thủy sản Bình Minh'.normalize('NFD'));
});

const act = (label: string, work: (tx: Tx) => Promise<unknown>) => recorded(work, label);
const undo = (id: string) => undoOf(lan, id);
const company = (id: string) => db.company.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
const contact = (id: string) => db.contact.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });

async function companyInput(keep: string, gone: string, choices: Choices = {}) {
	const versions = { keepVersion: (await company(keep)).version, goneVersion: (await company(gone)).version };
	return companyMerge.parse({ keep, gone, ...versions, ...choices });
}
async function contactInput(keep: string, gone: string, choices: Choices = {}) {
	const versions = { keepVersion: (await contact(keep)).version, goneVersion: (await contact(gone)).version };
	return contactMerge.parse({ keep, gone, ...versions, ...choices });
}
async function joinCompanies(keep = one.company, gone = other.company, choices: Choices = {}) {
	const input = await companyInput(keep, gone, choices);
	return act('Merge companies', (tx) => mergeCompanies(tx, lan, input));
}
async function joinContacts(keep = one.contact, gone = other.contact, choices: Choices = {}) {
	const input = await contactInput(keep, gone, choices);
	return act('Merge contacts', (tx) => mergeContacts(tx, lan, input));
}

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
		await joinCompanies();
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
		await joinCompanies(one.company, other.company, {
			...{ name: 'gone', phone: 'gone', size: 'gone', notes: 'both' },
			metadata: JSON.stringify(['Mã số thuế', 'không có', '__proto__']),
		});
		expect(await company(one.company)).toMatchObject({
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
		const set = await joinCompanies(one.company, other.company, { name: 'gone', notes: 'both' });
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
		const set = await joinContacts();
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
		await joinContacts(one.contact, other.contact, { company: 'gone', decides: 'gone', rhythm: 'gone' });
		expect(await contact(one.contact)).toMatchObject({
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

describe('a merge is refused', () => {
	test('with itself, with what is no choice, and with fields that do not exist', async () => {
		const input = { keep: one.company, keepVersion: 1, gone: one.company.toUpperCase(), goneVersion: 1 };
		expect(parseInput(companyMerge, input)).toMatchObject({
			ok: false,
			fieldErrors: { gone: expect.stringMatching('itself') },
		});
		const two = { ...input, gone: other.company };
		expect(parseInput(companyMerge, two)).toMatchObject({ ok: true });
		for (const wrong of [{ name: 'other' }, { userId: lan }, { metadata: '{}' }, { metadata: '[' }, { notes: 'none' }])
			expect(parseInput(companyMerge, { ...two, ...wrong })).toMatchObject({ ok: false });
	});

	test('when either was changed since', async () => {
		for (const changed of [one, other]) {
			const input = await companyInput(one.company, other.company);
			await db.company.update({
				where: { userId_id: { userId: lan, id: changed.company } },
				data: { phone: changed.company },
			});
			const before = await snapshot(lan);
			await expect(act('Merge companies', (tx) => mergeCompanies(tx, lan, input))).rejects.toThrow(
				/was changed after this page was opened, so nothing was merged/,
			);
			expect(await snapshot(lan)).toEqual(before);
		}
	});

	test('the second time: two at once make one merge', async () => {
		const input = await contactInput(one.contact, other.contact);
		const merge = () =>
			act('Merge contacts', (tx) => mergeContacts(tx, lan, input)).catch((error: Error) => error.message);
		const [first, second] = (await Promise.all([merge(), merge()])).toSorted((a, b) => a.length - b.length);
		expect(first).toHaveLength(36);
		expect(second).toMatch('The other contact is not there any more');
		expect(await db.contact.count({ where: { userId: lan } })).toBe(1);
		await act('Delete contact', (tx) => deleteContact(tx, lan, { id: one.contact }));
		await expect(act('Merge contacts', (tx) => mergeContacts(tx, lan, input))).rejects.toThrow(
			'does not exist any more',
		);
	});

	test('where one record could not hold what both have', async () => {
		const names = Array.from({ length: 20 }, (_, n) => `Nhãn ${n}`);
		await act('Tag', (tx) => setContactTags(tx, lan, one.contact, names));
		const input = await contactInput(one.contact, other.contact);
		await expect(act('Merge contacts', (tx) => mergeContacts(tx, lan, input))).rejects.toThrow('can have 20 tags');
		const many = (from: number) => Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`Mục ${from + n}`, 'x']));
		const set = (id: string, data: object) => db.company.update({ where: { userId_id: { userId: lan, id } }, data });
		await set(one.company, { metadata: many(0), notes: 'ơ'.repeat(15_000) });
		await set(other.company, { metadata: many(20), notes: 'ư'.repeat(15_000) });
		await joinCompanies();
		await set(one.company, { metadata: many(100) });
		const third = await makeCompanyWithEverything(lan, 'Thứ ba');
		await set(third.company, { metadata: many(200), notes: 'ơ'.repeat(15_000) });
		await expect(joinCompanies(one.company, third.company)).rejects.toThrow('More fields');
		await expect(joinCompanies(one.company, third.company, { notes: 'both' })).rejects.toThrow('30,002 characters');
	});

	test('its undo, where what it made was changed since', async () => {
		const set = await joinCompanies(one.company, other.company, { website: 'gone', notes: 'both', name: 'gone' });
		await db.company.update({ where: { userId_id: { userId: lan, id: one.company } }, data: { phone: '113' } });
		await expect(undo(set)).rejects.toThrow('” changed since');
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
			await contactInput(a.contact, b.contact, { company: 'gone' }),
			await companyInput(b.company, c.company, { name: 'gone' }),
			await companyInput(c.company, b.company),
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
