import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { companyTyped } from '@/features/companies/schema';
import { findCompanyDuplicates } from '@/features/companies/server/company-duplicate-queries';
import { contactTyped } from '@/features/contacts/schema';
import { findContactDuplicates } from '@/features/contacts/server/contact-duplicate-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { domainOfEmail } from '@/lib/text/web-domain';
import { makeAccount } from '../support/accounts';

let lan: UserId;
let binhMinh: string;
let hoaSen: string;

async function addCompany(data: { name: string; website?: string; email?: string; phone?: string }) {
	const id = uuidv7();
	await db.company.create({ data: { userId: lan, id, ...data } });
	return id;
}
async function addContact(companyId: string, data: { name: string; email?: string; phone?: string }) {
	const id = uuidv7();
	await db.contact.create({ data: { userId: lan, id, companyId, ...data } });
	return id;
}
const companies = async (typed: Partial<Record<'name' | 'website' | 'email' | 'phone' | 'except', string>>) =>
	(await findCompanyDuplicates(lan, companyTyped.parse(typed))).map(({ name, same }) => `${name}: ${same}`);
const contacts = async (typed: Partial<Record<'name' | 'email' | 'phone' | 'companyId' | 'except', string>>) =>
	(await findContactDuplicates(lan, contactTyped.parse(typed))).map(
		({ name, detail, same }) => `${name} of ${detail}: ${same}`,
	);

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = await addCompany({
		name: 'Công ty TNHH Thủy sản Bình Minh',
		website: 'https://www.binhminh.example.com/gioi-thieu',
		email: 'info@thuysanbinhminh.example.com',
		phone: '+84 (0)28 3825 0000',
	});
	hoaSen = await addCompany({ name: 'Hoa Sen', email: 'hoasen@gmail.com', website: 'https://facebook.com/hoasen' });
	await addCompany({ name: '株式会社東京' });
	await addCompany({ name: '!!!' });
	await addContact(binhMinh, { name: 'Đặng Thị Ánh', email: 'Anh.Dang@example.com', phone: '0901.234.567' });
	await addContact(hoaSen, { name: 'Đặng Thị Ánh' });
});

describe('a company is recognised', () => {
	const same = [
		'Thủy sản Bình Minh',
		'Thủy sản Bình Minh'.normalize('NFD'),
		'THUY SAN BINH MINH',
		'Công ty Cổ phần Thủy sản Bình Minh',
		'công ty cp thủy sản bình minh',
		'CTCP Thủy sản Bình Minh',
		'Cty TNHH MTV Thủy sản Bình Minh',
		'Công ty trách nhiệm hữu hạn một thành viên Thủy sản Bình Minh',
		'Thủy sản Bình Minh - CTCP',
		'Thủy-sản “Bình Minh” Co., Ltd.',
		'Thuy San Binh Minh GmbH & Co. KG',
		'Thuy San Binh Minh J.S.C.',
		'Thuy San Binh Minh, Inc.',
		'Thuy San Binh Minh LLC',
		'Thuy San Binh Minh Corp',
	];
	test.each(same)('by its name: %s', async (name) => {
		expect(await companies({ name })).toEqual(['Công ty TNHH Thủy sản Bình Minh: name']);
	});

	test.each(['Thủy sản', 'Bình Minh', 'Thủy sản Bình Minh 2', 'Công ty TNHH', '', '  ', '???', '株式会社', '%', '_'])(
		'not by another name: %s',
		async (name) => {
			expect(await companies({ name })).toEqual([]);
		},
	);

	test('in another script, too', async () => {
		expect(await companies({ name: '株式会社東京 Ltd.' })).toEqual(['株式会社東京: name']);
	});

	test('by the domain of its website, without www. and whatever stands behind', async () => {
		for (const website of [
			'binhminh.example.com',
			'HTTP://www.BinhMinh.example.com/lien-he?a=1',
			'www.binhminh.example.com',
		])
			expect(await companies({ website }), website).toEqual(['Công ty TNHH Thủy sản Bình Minh: website']);
		for (const website of ['example.com', 'minh.example.com', 'www', 'facebook.com/hoasen', 'http://', 'a b'])
			expect(await companies({ website }), website).toEqual([]);
	});

	test('by the domain of an email address, unless anybody can have one there', async () => {
		expect(await companies({ email: 'lan@ThuySanBinhMinh.example.com' })).toEqual([
			'Công ty TNHH Thủy sản Bình Minh: email',
		]);
		expect(await companies({ email: 'lan@binhminh.example.com' })).toEqual(['Công ty TNHH Thủy sản Bình Minh: email']);
		for (const email of ['ai@gmail.com', 'hoasen@gmail.com', 'lan@', 'lan', '@', 'lan@example.com'])
			expect(await companies({ email }), email).toEqual([]);
	});

	test('by the digits of its phone number', async () => {
		for (const phone of ['028 3825 0000', '+84 28 3825 0000', '0084 28 38250000', '(028) 3825-0000'])
			expect(await companies({ phone }), phone).toEqual(['Công ty TNHH Thủy sản Bình Minh: phone']);
		for (const phone of ['3825 0000', '028 3825 000', '113', '0', '+84'])
			expect(await companies({ phone }), phone).toEqual([]);
	});

	test('once, by what says most; not as itself, and three at most', async () => {
		const all = { name: 'Thủy sản Bình Minh', website: 'binhminh.example.com', phone: '02838250000' };
		expect(await companies(all)).toEqual(['Công ty TNHH Thủy sản Bình Minh: name']);
		expect(await companies({ ...all, except: binhMinh })).toEqual([]);
		const made = [];
		for (const form of ['CTCP', 'Cty', 'Công ty CP', 'HTX', 'JSC'])
			made.push(await addCompany({ name: `${form} Sao Mai` }));
		expect(await companies({ name: 'Sao Mai' })).toHaveLength(3);
		expect(await companies({ name: 'Sao Mai', except: made[0] ?? '' })).toHaveLength(3);
	});
});

describe('a contact is recognised', () => {
	const anh = 'Đặng Thị Ánh of Công ty TNHH Thủy sản Bình Minh';

	test('by the email address, whatever its case', async () => {
		expect(await contacts({ email: 'anh.DANG@example.com' })).toEqual([`${anh}: email`]);
		expect(await contacts({ email: 'dang@example.com' })).toEqual([]);
	});

	test('by the phone number, with 0 or +84', async () => {
		for (const phone of ['0901234567', '+84 901 234 567', '84901234567', '901 234 567'])
			expect(await contacts({ phone }), phone).toEqual([`${anh}: phone`]);
		for (const phone of ['01234567', '0901 234 56', '234567']) expect(await contacts({ phone }), phone).toEqual([]);
	});

	test('by the name at the chosen company, or at any where none is chosen', async () => {
		for (const name of ['đặng thị ánh', 'Dang Thi Anh', 'Đặng Thị Ánh'.normalize('NFD')]) {
			expect(await contacts({ name, companyId: binhMinh })).toEqual([`${anh}: name`]);
			expect(await contacts({ name, companyId: '' })).toEqual([`${anh}: name`, 'Đặng Thị Ánh of Hoa Sen: name']);
		}
		expect(await contacts({ name: 'Đặng Thị' })).toEqual([]);
		expect(await contacts({ name: 'Đặng Thị Ánh', companyId: uuidv7() })).toEqual([]);
	});
});

test('what is typed is a domain or nothing', async () => {
	const id = await addCompany({
		name: 'Tập Đoàn Mặt Trời',
		website: `https://www.${new URL('http://tậpđoàn.example.com').hostname}/gioi-thieu`,
	});
	expect(await companies({ website: 'http://TẬPĐOÀN.example.com:80' })).toEqual(['Tập Đoàn Mặt Trời: website']);
	expect(await companies({ website: 'http://tậpđoàn.example.com', except: id })).toEqual([]);
	expect(await companies({ website: 'javascript:alert(1)' })).toEqual([]);
	expect(domainOfEmail('a@b@c.example')).toBeNull();
});

test('names of a thousand companies are compared in an index', async () => {
	await db.$executeRaw`
		INSERT INTO company (user_id, id, name)
		SELECT ${lan}::uuid, gen_random_uuid(), 'Công ty TNHH Vận tải ' || n FROM generate_series(1, 2000) n`;
	await db.$executeRaw`ANALYZE company`;
	const plan = await db.$queryRaw<unknown[]>`
		EXPLAIN SELECT id FROM company
		WHERE user_id = ${lan}::uuid AND company_core(name_key) = company_core(fold('Vận tải 77 JSC'))`;
	expect(JSON.stringify(plan)).toContain('company_core_idx');
	expect(await companies({ name: 'Vận tải 77 JSC' })).toEqual(['Công ty TNHH Vận tải 77: name']);
});
