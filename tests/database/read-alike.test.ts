import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { companyList, companyTyped } from '@/features/companies/schema';
import { findCompanyDuplicates } from '@/features/companies/server/company-duplicate-queries';
import { findCompanyOptions, listCompanies } from '@/features/companies/server/company-queries';
import { contactList, contactTyped, newContact } from '@/features/contacts/schema';
import { findContactDuplicates } from '@/features/contacts/server/contact-duplicate-queries';
import { createContact } from '@/features/contacts/server/contact-mutations';
import { findContactOptions } from '@/features/contacts/server/contact-option-queries';
import { listContacts } from '@/features/contacts/server/contact-queries';
import { searchText } from '@/features/search/schema';
import { findRecords } from '@/features/search/server/search-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';

let lan: UserId;
let companyId: string;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	const company = async (name: string, fields: { website?: string; email?: string; phone?: string } = {}) =>
		(await db.company.create({ data: { userId: lan, name, ...fields } })).id;
	companyId = await company('Bình Minh');
	const people: [name: string, phone: string][] = [
		['Đặng Có Cộng', '+84 901 234 567'],
		['Đặng Hai Không', '0084.901.234.567'],
		['Đặng Không Cộng', '84901234567'],
		['Đặng Trong Nước', '0901 234 567 máy lẻ 12'],
		['Đặng Thừa Không', '+84 (0) 901-234-567'],
		['Trần Đầu Cũ', '0120 765 4321'],
		['Trần Đầu Mới', '070 765 4321'],
		['Lê Hai Số', '028 3822 1111 / 0912 000 111'],
	];
	for (const [name, phone] of people) await db.contact.create({ data: { userId: lan, companyId, name, phone } });
	await db.contact.create({
		data: { userId: lan, companyId, name: 'Lê Có Zalo', metadata: { Zalo: '+84 977 888 999' } },
	});
	await company('Berliner Kühlhaus', { phone: '+49 (0)30 901820' });
	await company('Hanoi Cold Storage', { phone: '04 3825 0000' });
	await company('O’Brien & Sons');
	await company('Jean-Pierre Meubles');
	await company('Coca Cola');
	await company('H.A.G.L. Group');
	// as a browser sent it before
	await company('Ví Dụ', { website: 'https://xn--v-d-rma6749a.example', email: 'lan@xn--v-d-rma6749a.example' });
});

const companies = async (q: string) =>
	(await listCompanies(lan, companyList.parse({ q }), 'UTC')).rows.map(({ name }) => name);
const contacts = async (q: string) =>
	(await listContacts(lan, contactList.parse({ q }), 'UTC')).rows.map(({ name }) => name);
const box = async (q: string) =>
	(await findRecords(lan, searchText.parse({ q }))).hits
		.filter(({ kind }) => kind === 'company' || kind === 'contact')
		.map(({ name }) => name);

const đặng = ['Đặng Có Cộng', 'Đặng Hai Không', 'Đặng Không Cộng', 'Đặng Thừa Không', 'Đặng Trong Nước'];

describe('a phone number is found however it is written', () => {
	const whole = [
		'+84 901 234 567',
		'0084 901234567',
		'84901234567',
		'0901.234.567',
		'tel:+84-901-234-567',
		'+84 (0)901 234 567',
	];
	const begun = ['+84', '+84 9', '008', '0084', '0084 9', '849', '8490', '090', '0901'];
	test.each([...whole, ...begun])('%s in the list and the picker', async (q) => {
		expect(await contacts(q)).toEqual(expect.arrayContaining(đặng));
		expect((await findContactOptions(lan, { q })).map(({ name }) => name)).toEqual(expect.arrayContaining(đặng));
	});

	test.each(whole)('%s and nobody else’s', async (q) => {
		expect((await contacts(q)).toSorted()).toEqual(đặng.toSorted());
		expect((await box(q)).toSorted()).toEqual(đặng.toSorted());
		expect((await findRecords(lan, searchText.parse({ q }))).hits[0]?.why?.text).toMatch(/9[ .-]?01/);
	});

	test.each(['0120 765 4321', '070 765 4321', '+84 70 7654321', '+84 1207654321'])(
		'%s, whose beginning has changed',
		async (q) => expect((await contacts(q)).toSorted()).toEqual(['Trần Đầu Cũ', 'Trần Đầu Mới']),
	);

	test('the second of a field, one in a field of one’s own, its last digits', async () => {
		expect(await contacts('+84 912 000 111')).toEqual(['Lê Hai Số']);
		expect(await contacts('0977 888')).toEqual(['Lê Có Zalo']);
		expect(await contacts('888999')).toEqual(['Lê Có Zalo']);
	});

	test.each([
		'+49 30 901820',
		'+49 (0)30 901820',
		'0049 30 901820',
		'0049.30.90',
		'tel:+493090',
		'030 901820',
		'+49 3',
	])('%s, of another country', async (q) => {
		expect(await companies(q)).toEqual(['Berliner Kühlhaus']);
		expect(await box(q)).toEqual(['Berliner Kühlhaus']);
	});

	test.each(['024 3825 0000', '+84 24 3825', '04 3825 0000', '0084 4 3825'])('%s, of an area', async (q) =>
		expect(await companies(q)).toEqual(['Hanoi Cold Storage']),
	);

	test('in the country of the account', async () => {
		await db.settings.create({ data: { userId: lan, locale: 'de-DE' } });
		expect(await companies('030')).toContain('Berliner Kühlhaus');
		await db.settings.delete({ where: { userId: lan } });
		expect(await companies('030')).toEqual([]);
	});
});

describe('a phone number is a duplicate however it is written', () => {
	test.each(['0901234567', '+84901234567', '84 901 234 567', '0084 901 234 567', 'tel:+84901234567'])(
		'%s',
		async (phone) => {
			const found = await findContactDuplicates(lan, contactTyped.parse({ phone }));
			expect(found).toHaveLength(3);
			expect(found.every(({ name, same }) => đặng.includes(name) && same === 'phone')).toBe(true);
		},
	);

	test.each(['+49 30 901820', '0049 (0)30 901820', 'tel:+49-30-901820'])('%s', async (phone) => {
		const found = await findCompanyDuplicates(lan, companyTyped.parse({ phone }));
		expect(found.map(({ name }) => name)).toEqual(['Berliner Kühlhaus']);
	});

	test('by its old and its new beginning', async () => {
		const found = await findCompanyDuplicates(lan, companyTyped.parse({ phone: '+84 24 38250000' }));
		expect(found.map(({ name }) => name)).toEqual(['Hanoi Cold Storage']);
	});

	test('is asked of an index', async () => {
		const plan = await db.$transaction(async (tx) => {
			await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
			return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
				EXPLAIN SELECT FROM contact p WHERE p.user_id = ${lan}::uuid AND phone_key(p.phone) = ANY (${['0901234567', '0084901234567']})`;
		});
		expect(JSON.stringify(plan)).toContain('contact_phone_key_idx');
	});
});

describe('names are found without apostrophes, hyphens and dots, or with them', () => {
	test.each([
		['obrien', 'O’Brien & Sons'],
		["o'brien", 'O’Brien & Sons'],
		['O’BRIEN sons', 'O’Brien & Sons'],
		['jeanpierre', 'Jean-Pierre Meubles'],
		['jean pierre', 'Jean-Pierre Meubles'],
		['Jean‑Pierre', 'Jean-Pierre Meubles'],
		['coca-cola', 'Coca Cola'],
		['hagl', 'H.A.G.L. Group'],
		['h.a.g.l', 'H.A.G.L. Group'],
	])('%s', async (q, name) => {
		expect(await companies(q)).toEqual([name]);
		expect(await box(q)).toContain(name);
		expect((await findCompanyOptions(lan, q)).map((option) => option.name)).toEqual([name]);
	});

	test.each(['-', '...', "'", '- ’'])('and nothing by %s alone', async (q) => {
		expect(await companies(q)).toEqual([]);
		expect((await findRecords(lan, searchText.parse({ q }))).hits).toEqual([]);
	});
});

describe('an address at a domain outside ASCII', () => {
	test.each(['lan@ví-dụ.example', 'vi-du.example', 'VÍ-DỤ', 'xn--v-d-rma6749a.example'])(
		'is found by %s',
		async (q) => {
			expect(await companies(q)).toEqual(['Ví Dụ']);
		},
	);

	test('is kept, shown and recognized as it is written', async () => {
		const typed = {
			id: uuidv7(),
			companyId,
			name: 'Phạm Tên Miền',
			email: 'pham@xn--bnh-minh-n7a.example',
			tags: '[]',
		};
		const domain = new URL('https://bình-minh.example').hostname;
		const input = newContact.parse({ ...typed, email: `pham@${domain}` });
		expect(input.email).toBe('pham@bình-minh.example');
		await act((tx) => createContact(tx, lan, input));
		for (const email of ['PHAM@bình-minh.example', `pham@${domain}`]) {
			expect(await contacts(email), email).toEqual(['Phạm Tên Miền']);
			const found = await findContactDuplicates(lan, contactTyped.parse({ email }));
			expect(
				found.map(({ name }) => name),
				email,
			).toEqual(['Phạm Tên Miền']);
		}
		expect((await findRecords(lan, searchText.parse({ q: 'bình-minh.example' }))).hits[0]?.why?.text).toContain(
			'pham@bình-minh.example',
		);
	});

	test('is read by the database as by the application', async () => {
		const domains = [
			'bücher.example',
			'ví-dụ.example',
			'株式会社.example',
			'ЯНДЕКС.example',
			'😀.example',
			'ß-a.example',
			'a.example',
		];
		for (const domain of domains) {
			const { hostname } = new URL(`https://${domain}`);
			const [row] = await db.$queryRaw<[{ read: string }]>`SELECT unicode_domains(${`x@${hostname}/xn--`}) AS read`;
			expect(row.read).toBe(`x@${domain.toLowerCase()}/xn--`);
		}
		for (const label of [
			'xn--',
			'xn---',
			'xn--99999999',
			'xn--a-ecp.ru',
			`xn--${'9'.repeat(59)}`,
			`xn--${'z'.repeat(59)}`,
			'xn--é',
		])
			await db.$queryRaw`SELECT unicode_domains(${label}), findable(${label})`;
	});
});
