import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { customName } from '@/domain/custom-fields/custom-field-types';
import { contactList } from '@/features/contacts/schema';
import { readCompanyPeople } from '@/features/contacts/server/company-people-queries';
import { changeContactField } from '@/features/contacts/server/contact-field-mutations';
import * as contacts from '@/features/contacts/server/contact-mutations';
import { getContact, listContacts } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { pageRows, type SearchParams } from '@/lib/list/list-params';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';
import { insertMany } from '../support/many-rows';
import { plainContact } from '../support/plain-records';

let lan: UserId;
let binhMinh: string;
let hoaSen: string;

const create = (companyId: string, name: string, more: object = {}) =>
	act((tx) => contacts.createContact(tx, lan, { ...plainContact(uuidv7(), companyId, name), ...more }));

async function find(params: SearchParams) {
	const { rows, count } = await listContacts(lan, contactList.parse(params), 'Asia/Ho_Chi_Minh');
	return { names: rows.map(({ name }) => name), count };
}

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
	hoaSen = (await db.company.create({ data: { userId: lan, name: 'Nội thất Hoa Sen' } })).id;
	const decides = { isDecisionMaker: true };
	await create(binhMinh, 'Trần Quốc Bảo', { ...decides, authorityLevel: 'secondary', phone: '+84 (90) 123-45.67' });
	await create(binhMinh, 'Nguyễn Thị Hoa', {
		...decides,
		authorityLevel: 'primary',
		jobTitle: 'Giám đốc',
		tags: ['VIP'],
	});
	await create(binhMinh, 'Lê Hoàng Phúc', { email: 'phuc@binhminh.example.com' });
	const { id } = await create(hoaSen, 'Đặng Văn Hùng', { ...decides, tags: ['vip', 'Tết'] });
	const field = await db.field.create({
		data: { userId: lan, id: uuidv7(), kind: 'contact', type: 'text', name: 'Zalo', place: 1 },
	});
	const zalo = { field: customName(field.id), value: '0977 888 999' };
	await act((tx) => changeContactField(tx, lan, { id, was: '', change: zalo, more: {} }));
	await db.activity.create({
		data: {
			userId: lan,
			companyId: hoaSen,
			contactId: id,
			type: 'call',
			subject: 'Gọi',
			at: new Date('2026-11-03T03:00:00Z'),
		},
	});
});

describe('the list of contacts', () => {
	test.each([
		['by name', { q: 'dang van' }, ['Đặng Văn Hùng']],
		['by words in any order', { q: 'hung dang' }, ['Đặng Văn Hùng']],
		['by company', { q: 'binh minh bao' }, ['Trần Quốc Bảo']],
		['by job title', { q: 'giam doc' }, ['Nguyễn Thị Hoa']],
		['by email', { q: 'PHUC@binhminh' }, ['Lê Hoàng Phúc']],
		['by phone, formatted otherwise', { q: '0901234567' }, ['Trần Quốc Bảo']],
		['by phone, with the country code', { q: '+84 901 234 567' }, ['Trần Quốc Bảo']],
		['by a phone number among the fields', { q: '0977888999' }, ['Đặng Văn Hùng']],
		['by %, which is text', { q: '%' }, []],
	])('is searched %s', async (_, params, names) => {
		expect(await find(params)).toEqual({ names, count: names.length });
	});

	test('is filtered by company, decision makers, authority and tags', async () => {
		const tags = Object.fromEntries(
			(await db.tag.findMany({ where: { userId: lan } })).map(({ name, id }) => [name, id]),
		);
		expect((await find({ company: hoaSen })).names).toEqual(['Đặng Văn Hùng']);
		expect((await find({ company: [hoaSen, binhMinh] })).count).toBe(4);
		expect((await find({ decides: 'yes' })).names).toEqual(['Đặng Văn Hùng', 'Nguyễn Thị Hoa', 'Trần Quốc Bảo']);
		expect((await find({ authority: ['primary', 'secondary'] })).names).toEqual(['Nguyễn Thị Hoa', 'Trần Quốc Bảo']);
		expect((await find({ authority: 'influencer' })).count).toBe(0);
		expect((await find({ tag: tags.VIP })).names).toEqual(['Đặng Văn Hùng', 'Nguyễn Thị Hoa']);
		expect((await find({ tag: tags.VIP, company: binhMinh, decides: 'yes', q: 'hoa' })).names).toEqual([
			'Nguyễn Thị Hoa',
		]);
	});

	test('sorts rows without a value last in both directions', async () => {
		for (const direction of ['asc', 'desc']) {
			expect((await find({ sort: `lastContact.${direction}` })).names[0]).toBe('Đặng Văn Hùng');
			expect((await find({ sort: `email.${direction}` })).names[0]).toBe('Lê Hoàng Phúc');
			expect((await find({ sort: `title.${direction}`, decides: 'yes' })).names[0]).toBe('Nguyễn Thị Hoa');
		}
	});

	test('is sorted by authority, and among people of one authority by name', async () => {
		const { names } = await find({ sort: 'authority.asc' });
		expect(names).toEqual(['Nguyễn Thị Hoa', 'Trần Quốc Bảo', 'Đặng Văn Hùng', 'Lê Hoàng Phúc']);
		expect((await find({ sort: 'authority.desc' })).names).toEqual(names.toReversed());
	});

	test('finds the same page whether matches are few or more than are counted', async () => {
		const rich = await makeAccount('Phạm Văn Đức');
		await insertMany(
			Prisma.sql`
			WITH made AS (INSERT INTO company (user_id, id, name) VALUES (${rich}::uuid, gen_random_uuid(), 'Đại Phát') RETURNING *)
			INSERT INTO contact (user_id, id, company_id, name, job_title, is_decision_maker)
			SELECT user_id, gen_random_uuid(), made.id, 'Nguyễn ' || lpad(n::text, 5, '0'),
				CASE WHEN n % 3 > 0 THEN 'Vị trí ' || n % 100 END, n % 11 > 0
			FROM made, generate_series(1, 12000) n`,
		);
		const sorts = { name: 'name_key', title: 'job_title_key', authority: 'authority_rank, name_key' };
		const cases = Object.entries(sorts).flatMap(([sort, keys]) =>
			['asc', 'desc'].map((to) => ({ sort: `${sort}.${to}`, keys, to })),
		);
		for (const { sort, keys, to } of cases) {
			const order = `${keys}, id`.split(', ').map((key) => `${key} ${to} NULLS LAST`);
			for (const page of [1, 3, 400, 500]) {
				const expected = await db.$queryRawUnsafe<{ id: string }[]>(
					`SELECT id FROM contact WHERE user_id = $1::uuid AND is_decision_maker
					 ORDER BY ${order.join(', ')} LIMIT ${pageRows[0]} OFFSET ${(page - 1) * pageRows[0]}`,
					rich,
				);
				const found = await listContacts(rich, contactList.parse({ decides: 'yes', sort, page: String(page) }), 'UTC');
				expect(found.rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
				expect(found.count).toBe(10_001);
			}
		}
		const plan = await db.$queryRaw<{ 'QUERY PLAN': string }[]>`
			EXPLAIN SELECT id FROM contact WHERE user_id = ${rich}::uuid ORDER BY authority_rank, name_key, id LIMIT 20`;
		expect(JSON.stringify(plan)).toContain('contact_user_id_authority_rank_name_key_id_idx');
		expect(JSON.stringify(plan)).not.toContain('Sort');
	}, 60_000);
});

test('the people of a company stand in the order in which they decide', async () => {
	const names = (await readCompanyPeople(lan, { companyId: binhMinh }, 10)).people.map(({ name }) => name);
	expect(names).toEqual(['Nguyễn Thị Hoa', 'Trần Quốc Bảo', 'Lê Hoàng Phúc']);
	const {
		people: [first],
		...about
	} = await readCompanyPeople(lan, { companyId: binhMinh }, 1);
	expect(about).toEqual({ count: 3, deciders: 2, decidersContactedAt: null });
	const colleagues = await readCompanyPeople(lan, { companyId: binhMinh, except: first?.id }, 10);
	expect([colleagues.people.map(({ name }) => name), colleagues.count]).toEqual([names.slice(1), 2]);
	expect(await readCompanyPeople(lan, { companyId: hoaSen }, 10)).toMatchObject({
		deciders: 1,
		decidersContactedAt: new Date('2026-11-03T03:00:00Z'),
	});
});

test('who moves to another company leaves the past with the one before', async () => {
	const { id } = await create(binhMinh, 'Võ Thị Yến');
	const { id: activity } = await db.activity.create({
		data: { userId: lan, companyId: binhMinh, contactId: id, type: 'meeting', subject: 'Gặp', at: new Date() },
	});
	const { version } = await db.contact.findFirstOrThrow({ where: { userId: lan, id } });
	await act((tx) =>
		contacts.updateContact(tx, lan, { ...plainContact(id, hoaSen, 'Võ Thị Yến'), version, tags: ['VIP'] }),
	);
	expect(await db.activity.findFirst({ where: { userId: lan, id: activity } })).toMatchObject({
		companyId: binhMinh,
		contactId: id,
	});
	expect(await getContact(lan, id)).toMatchObject({ company: { name: 'Nội thất Hoa Sen' }, stats: { activities: 1 } });
	await act((tx) => contacts.deleteContacts(tx, lan, { ids: [id] }));
	expect(await db.activity.findFirst({ where: { userId: lan, id: activity } })).toMatchObject({ contactId: null });
});
